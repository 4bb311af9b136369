// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "footsure/chosen_session.hpp"
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/files.hpp"
#include "footsure/interview_dialog.hpp"
#include "wire/wire.hpp"

#include <filesystem>
#include <system_error>

namespace footsure::app {

namespace {

int refuse(const NoSession& no_session) {
    fmt::print(stderr, "{}\n", no_session.sentence);
    return no_session.why == NoSession::Why::none ? kNothingFound : kUsage;
}

void print_written(const wire::WorkoutWritten& written, const ChosenSession& chosen) {
    fmt::print("{}: {}, {}.\n", written.path, printable(written.name), format_day(written.on));
    for (const std::string& other : chosen.others) {
        fmt::print("Also on that day: footsure workout {}\n", printable(other));
    }
}

int write(const ChosenSession& chosen, const WorkoutRequest& request, Instant created,
          const DataOptions& options) {
    const auto bytes = encode::fit_workout(chosen.session, created);
    std::error_code error;
    if (request.existing == Existing::keep && std::filesystem::exists(request.out, error)) {
        fmt::print(stderr, "{} is there already; --force writes over it.\n", request.out);
        return kUsage;
    }
    if (const auto placed = place_file(request.out, bytes, request.existing); !placed) {
        fmt::print(stderr, "{}\n", placed.error());
        return kFailure;
    }
    const wire::WorkoutWritten written{.path = request.out,
                                       .session = chosen.session.id,
                                       .on = chosen.on,
                                       .name = encode::fit_workout_name(chosen.session),
                                       .bytes = bytes.size()};
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_workout(written));
    } else {
        print_written(written, chosen);
    }
    return kFine;
}

}  // namespace

int run_workout(const WorkoutRequest& request, const DataOptions& options) {
    const auto at = moment(options);
    if (!at) {
        fmt::print(stderr, "{}\n", at.error());
        return kUsage;
    }
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        const auto advice = service.advise(runner, *at);
        if (!advice) {
            return report(advice.error());
        }
        const auto chosen = choose_session(service::planned_days(*advice), request.which,
                                           day_of(at->at, at->offset));
        return chosen ? write(*chosen, request, at->at, options) : refuse(chosen.error());
    });
}

}  // namespace footsure::app
