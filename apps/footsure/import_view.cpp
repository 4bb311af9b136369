// SPDX-License-Identifier: Apache-2.0
#include "footsure/import_view.hpp"

#include "wire/wire.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace footsure::app {

namespace {

constexpr double kMegabyte = 1e6;
/// So many lines of one kind are shown in full; the rest are counted. `--all` and --json show all.
constexpr std::size_t kLinesOfAKind = 20;

std::string duration(double seconds) {
    const auto whole = std::lround(seconds);
    if (whole < 60) {
        return fmt::format("{} s", whole);
    }
    return whole < 3600 ? fmt::format("{} min {:02} s", whole / 60, whole % 60)
                        : fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

std::string time_left(const ImportProgress& progress) {
    if (progress.done == 0 || progress.expected <= progress.done) {
        return {};
    }
    const double each = progress.seconds / static_cast<double>(progress.done);
    return ", about " + duration(each * static_cast<double>(progress.expected - progress.done)) +
           " left";
}

std::string_view label(FileOutcome outcome) {
    switch (outcome) {
    case FileOutcome::imported: return "imported";
    case FileOutcome::damaged: return "damaged";
    case FileOutcome::merged: return "merged";
    case FileOutcome::updated: return "updated";
    case FileOutcome::duplicate: return "here already";
    case FileOutcome::skipped: return "not a run";
    case FileOutcome::quarantined: break;
    }
    return "set aside";
}

bool needs_a_line(FileOutcome outcome) {
    return outcome == FileOutcome::damaged || outcome == FileOutcome::skipped ||
           outcome == FileOutcome::quarantined;
}

void print_lines(const ImportReport& report, FileLines lines) {
    std::map<FileOutcome, std::size_t> shown;
    for (const FileReport& file : report.files) {
        if (lines == FileLines::not_taken && !needs_a_line(file.outcome)) {
            continue;
        }
        const std::size_t count = ++shown[file.outcome];
        if (lines == FileLines::all || count <= kLinesOfAKind) {
            fmt::print("{}\n", line_of(file));
        }
    }
    for (const auto& [outcome, count] : shown) {
        if (lines == FileLines::not_taken && count > kLinesOfAKind) {
            fmt::print("  … and {} more files: {} (see them with --all)\n", count - kLinesOfAKind,
                       label(outcome));
        }
    }
}

}  // namespace

void ImportView::on_progress(const ImportProgress& progress) {
    if (style_ == ProgressStyle::events) {
        fmt::print(stderr, "{}\n", wire::write_import_progress(progress));
        return;
    }
    if (isatty(STDERR_FILENO) == 0) {
        return;
    }
    const double rate =
        progress.seconds > 0 ? static_cast<double>(progress.done) / progress.seconds : 0;
    const double megabytes =
        progress.seconds > 0 ? static_cast<double>(progress.bytes) / kMegabyte / progress.seconds
                             : 0;
    fmt::print(stderr, "\r\x1b[K{} of {} files, {} runs, {:.0f} files/s, {:.1f} MB/s{}",
               progress.done, std::max(progress.expected, progress.done), progress.runs, rate,
               megabytes, time_left(progress));
}

void ImportView::finish() {
    if (shown_) {
        fmt::print(stderr, "\n");
    }
}

std::string line_of(const FileReport& file) {
    return file.reason.empty()
               ? fmt::format("  {:<12} {}", label(file.outcome), file.path)
               : fmt::format("  {:<12} {}: {}", label(file.outcome), file.path, file.reason);
}

void print_report(const ImportReport& report, const ImportRequest& request) {
    print_lines(report, request.lines);
    fmt::print("{}{} files in {:.1f} s: {} imported",
               request.dry_run == DryRun::yes ? "Nothing was kept (dry run). " : "",
               report.files.size(), report.seconds, report.count(FileOutcome::imported));
    for (const FileOutcome outcome :
         {FileOutcome::damaged, FileOutcome::merged, FileOutcome::updated, FileOutcome::duplicate,
          FileOutcome::skipped, FileOutcome::quarantined}) {
        if (const std::size_t count = report.count(outcome); count > 0) {
            fmt::print(", {} {}", count, label(outcome));
        }
    }
    fmt::print("\n");
    if (report.count(FileOutcome::quarantined) > 0 && request.dry_run == DryRun::no) {
        fmt::print("What was set aside: 'footsure quarantine'.\n");
    }
}

}  // namespace footsure::app
