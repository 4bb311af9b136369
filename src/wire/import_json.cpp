// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

namespace footsure::wire {

namespace {

constexpr int kSecondDecimals = 3;

Json files_json(const ImportReport& report, FileOutcome outcome) {
    Json json = Json::array();
    for (const auto& file : report.files) {
        if (file.outcome == outcome) {
            json.push_back({{"path", file.path}, {"reason", file.reason}});
        }
    }
    return json;
}

Json every_file(const ImportReport& report) {
    Json json = Json::array();
    for (const auto& file : report.files) {
        Json line{{"path", file.path}, {"outcome", word(file.outcome)}};
        if (!file.reason.empty()) {
            line["reason"] = file.reason;
        }
        if (!file.activities.empty()) {
            line["activities"] = Json::array();
            for (const auto& id : file.activities) {
                line["activities"].push_back(id.text());
            }
        }
        json.push_back(std::move(line));
    }
    return json;
}

}  // namespace

std::string write_import_report(const ImportReport& report) {
    return dump(
        {{"found", report.files.size()},
         {"imported", report.count(FileOutcome::imported) + report.count(FileOutcome::damaged)},
         {"duplicates", report.count(FileOutcome::duplicate)},
         {"merged", report.count(FileOutcome::merged)},
         {"updated", report.count(FileOutcome::updated)},
         {"damaged", files_json(report, FileOutcome::damaged)},
         {"skipped", files_json(report, FileOutcome::skipped)},
         {"quarantined", files_json(report, FileOutcome::quarantined)},
         {"files", every_file(report)},
         {"seconds", rounded(report.seconds, kSecondDecimals)}},
        2);
}

std::string write_import_progress(const ImportProgress& progress) {
    return dump({{"stage", word(progress.stage)},
                 {"done", progress.done},
                 {"expected", progress.expected},
                 {"runs", progress.runs},
                 {"bytes", progress.bytes},
                 {"seconds", rounded(progress.seconds, kSecondDecimals)}},
                -1);
}

std::string write_quarantine(const std::vector<AsideLine>& lines) {
    Json list = Json::array();
    for (const auto& line : lines) {
        list.push_back({{"key", line.key},
                        {"path", line.path},
                        {"reason", line.reason},
                        {"at", format_instant(line.at)}});
    }
    return dump({{"quarantined", std::move(list)}}, 2);
}

}  // namespace footsure::wire
