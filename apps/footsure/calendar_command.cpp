// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/files.hpp"
#include "wire/wire.hpp"

#include <algorithm>

namespace footsure::app {

namespace {

constexpr std::string_view kStandardOutput = "-";

int tell(const CalendarFeed& feed, const CalendarRequest& request, const DataOptions& options) {
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_calendar(feed, request.out));
        return kFine;
    }
    const auto cancelled =
        std::ranges::count(feed, CalendarStatus::cancelled, &CalendarEntry::status);
    fmt::print("{}: {} sessions, {} of them cancelled.\n", request.out, feed.size(), cancelled);
    return kFine;
}

int write(const CalendarFeed& feed, const CalendarRequest& request, const DataOptions& options) {
    const std::string text = encode::icalendar(feed);
    if (request.out == kStandardOutput) {
        fmt::print("{}", text);
        return kFine;
    }
    const auto placed = place_file(request.out, std::as_bytes(std::span(text)), Existing::replace);
    if (!placed) {
        fmt::print(stderr, "{}\n", placed.error());
        return kFailure;
    }
    return tell(feed, request, options);
}

}  // namespace

int run_calendar(const CalendarRequest& request, const DataOptions& options) {
    const auto at = moment(options);
    if (!at) {
        fmt::print(stderr, "{}\n", at.error());
        return kUsage;
    }
    if (options.output == Output::json && request.out == kStandardOutput) {
        fmt::print(stderr, "With --json name a file for the calendar: --out plan.ics\n");
        return kUsage;
    }
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        const auto feed = service.publish_plan(runner, *at, request.detail);
        return feed ? write(*feed, request, options) : report(feed.error());
    });
}

}  // namespace footsure::app
