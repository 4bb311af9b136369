// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

namespace {

using Json = nlohmann::json;

/// The files every peer reads to the end: one part that is whole, an activity with records.
bool is_for_all(const Json& file) {
    const std::string name = file["file"];
    return name.starts_with("fit/") && !name.ends_with(".gz") && file["crc_ok"] == true &&
           file["fit_parts"] == 1 && file["sdk_errors"].empty() && file["records"] > 0 &&
           file["summary"]["is_activity"] == true;
}

/// What one run printed, by file name.
std::map<std::string, Json> printed_by(const std::string& path, const std::string& folder) {
    std::map<std::string, Json> printed;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        Json json = Json::parse(line, nullptr, false);
        std::string name = json.is_object() ? json.value("file", "") : "";
        if (name.starts_with(folder)) {
            name.erase(0, folder.size());
        }
        printed[name] = std::move(json);
    }
    return printed;
}

struct Tally {
    int same = 0;
    int different = 0;

    void compare(const std::string& what, const Json& ours, const Json& theirs) {
        constexpr double kRounding = 0.011;
        const bool agrees = ours.is_number() && theirs.is_number()
                                ? std::abs(ours.get<double>() - theirs.get<double>()) <= kRounding
                                : ours == theirs;
        ++(agrees ? same : different);
        if (!agrees) {
            std::cerr << what << ": " << ours << ", expected " << theirs << "\n";
        }
    }
};

void compare_legs(const std::string& name, const Json& ours, const Json& theirs, Tally& tally) {
    for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i) {
        const Json& leg = ours[i];
        const Json& session = theirs[i];
        for (const auto& [mine, yours] :
             {std::pair{"distance_m", "total_distance_m"},
              std::pair{"elapsed_s", "total_elapsed_s"}, std::pair{"timer_s", "total_timer_s"}}) {
            if (!session[yours].is_null()) {
                tally.compare(name + " " + mine, leg[mine], session[yours]);
            }
        }
    }
}

int compare(const Json& expected, const std::string& folder, const std::string& path) {
    const auto printed = printed_by(path, folder);
    Tally tally;
    for (const Json& file : expected) {
        const std::string name = file["file"];
        const auto ours = printed.find(name);
        if (!is_for_all(file)) {
            continue;
        }
        if (ours == printed.end()) {
            tally.compare(name, "not printed", "printed");
            continue;
        }
        tally.compare(name + " integrity", ours->second["integrity"], "ok");
        tally.compare(name + " records", ours->second["records"], file["records"]);
        tally.compare(name + " laps", ours->second["laps"], file["laps"]);
        // Where a file has no session, ours is made from its records.
        tally.compare(name + " sessions", ours->second["legs"].size(),
                      std::max<std::size_t>(file["sessions"].size(), 1));
        compare_legs(name, ours->second["legs"], file["sessions"], tally);
    }
    std::printf("%d values as expected, %d different\n", tally.same, tally.different);
    return tally.different == 0 ? 0 : 1;
}

int answer(const std::string& task, const std::string& folder, const std::string& output) {
    std::ifstream in(folder + "expected.json");
    const Json expected = Json::parse(in)["files"];
    if (task == "compare") {
        return compare(expected, folder, output);
    }
    for (const Json& file : expected) {
        if (is_for_all(file)) {
            std::cout << folder << file["file"].get<std::string>() << "\n";
        }
    }
    return 0;
}

}  // namespace

/// `list FOLDER` prints the files that every peer can read; `compare FOLDER OUTPUT` compares what
/// `footsure decode --json` printed of them with expected.json.
int main(int count, char** arguments) {
    try {
        if (count >= 3) {
            return answer(arguments[1], std::string(arguments[2]) + "/",
                          count > 3 ? arguments[3] : "");
        }
        std::fprintf(stderr, "usage: %s list|compare FOLDER [OUTPUT]\n", arguments[0]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "expected.json cannot be read: %s\n", error.what());
    }
    return 2;
}
