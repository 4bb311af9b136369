// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "footsure/advice_text.hpp"
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/sample_runner.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace footsure::app {

namespace {

constexpr std::string_view kSampleMoment = "2026-03-01T18:00:00+01:00";

/// What the invented runner answers on that evening; her runs tell the rest.
constexpr std::string_view kSampleCase = R"({
  "schema": "footsure.case/1", "runner_id": "me", "at": "2026-03-01T18:00:00+01:00",
  "runner": { "age_years": 38, "sex": "female", "body_mass_kg": 61, "height_cm": 168 },
  "answers": {
    "danger_body": [], "fluoroquinolone": "quinolone_none", "infection_source": "no",
    "medical_history": [], "medical_history_more": [], "recent_risk": [],
    "pregnancy": "not_pregnant", "medicine_blocks": [], "circumstances": [], "energy": []
  },
  "episodes": [ { "id": "e1", "side": "left", "started_on": "2026-02-17", "answers": {
    "onset": "onset_gradual", "place": ["place_achilles_midportion"],
    "danger_limb": [], "danger_joint": [], "danger_calf": [], "danger_nerve": [],
    "danger_pain": [], "danger_slow": [], "four_steps_now": "yes", "bone_press": [],
    "achilles_signs": [], "hard_exertion_48h": "no", "pain_now": 3, "pain_rest": 0,
    "walk_normally": "yes", "trend": "trend_same",
    "run_behaviour": ["hurts_with_running", "warms_up", "latent_after_run"],
    "morning_stiffness": 10, "first_steps_pain": "yes", "night_pain": "no",
    "swelling": "swelling_little", "bruise": "bruise_none",
    "self_tests": ["tendon_pinch_hurts", "heel_raise_hurts"],
    "worse_with": ["worse_uphill", "worse_push_off"], "past_problems": []
  } } ]
})";

/// Writes each run as a FIT file and imports those bytes, as a watch's files would be.
store::Stored<std::size_t> import_year(service::Service& service, const RunnerId& runner,
                                       Day last_day, Instant imported_at) {
    std::size_t imported = 0;
    for (const auto& activity : sample_year(last_day)) {
        auto bytes = encode::fit_activity(activity);
        const Day day = day_of(activity.started_at.value_or(Instant()), UtcOffset(0));
        const auto name = "sample-" + format_day(day) + ".fit";
        const auto taken = service.import_file(runner, std::move(bytes), name, imported_at);
        if (!taken) {
            return Failure<store::StoreError>(taken.error());
        }
        imported += taken->outcome == FileOutcome::imported ? 1U : 0U;
    }
    return imported;
}

bool has_episode(const Advice& advice, const EpisodeId& id) {
    return std::ranges::find(advice.episodes, id, &EpisodeAdvice::id) != advice.episodes.end();
}

}  // namespace

int run_sample(const DataOptions& options) {
    const auto knowledge = embedded_knowledge();
    auto service = open_service(options, knowledge);
    if (!service) {
        fmt::print(stderr, "{}\n", service.error());
        return kFailure;
    }
    const auto at = parse_instant(kSampleMoment).value_or(LocalInstant{});
    auto reading = wire::read_case(kSampleCase, knowledge, at);
    expects(reading.has_value() && reading->case_file.problems.empty(), "the sample case is whole");
    auto& case_file = reading->case_file;
    case_file.runner.id = RunnerId(options.runner);
    if (const auto put = service->put_runner(case_file.runner); !put) {
        return report(put.error());
    }
    const auto imported =
        import_year(*service, case_file.runner.id, day_of(at.at, at.offset), at.at);
    if (!imported) {
        return report(imported.error());
    }
    auto advice = service->advise(case_file.runner.id, at);
    if (advice && !has_episode(*advice, case_file.episodes.front().id)) {
        if (const auto put = service->put_case(case_file); !put) {
            return report(put.error());
        }
        advice = service->advise(case_file.runner.id, at);
    }
    if (!advice) {
        return report(advice.error());
    }
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_advice(*advice, knowledge));
    } else {
        fmt::print("An invented runner, 38, with a year of runs ({} imported now), on the evening "
                   "of 1 March 2026.\n{}",
                   *imported, advice_text(*advice));
    }
    return kFine;
}

}  // namespace footsure::app
