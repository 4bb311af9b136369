// SPDX-License-Identifier: Apache-2.0
#include "advice/advice.hpp"
#include "footsure/advice_text.hpp"
#include "footsure/case_loading.hpp"
#include "footsure/commands.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/files.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace footsure::app {

namespace {

int code_of(UrgencyLevel level) {
    switch (level) {
    case UrgencyLevel::emergency: return kEmergency;
    case UrgencyLevel::same_day: return kSameDay;
    case UrgencyLevel::within_days: return kWithinDays;
    case UrgencyLevel::routine: return kRoutine;
    case UrgencyLevel::self_care: break;
    }
    return kFine;
}

/// FNV-1a over the advice of all cases: one number that changes when any advice does.
constexpr std::uint64_t kFnvStart = 14695981039346656037ULL;
constexpr std::uint64_t kFnvPrime = 1099511628211ULL;

std::uint64_t hashed(std::uint64_t hash, std::string_view text) {
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * kFnvPrime;
    }
    return hash;
}

}  // namespace

int run_questions(Output output) {
    const auto knowledge = embedded_knowledge();
    if (output == Output::json) {
        fmt::print("{}\n", wire::write_questions(knowledge));
        return kFine;
    }
    for (const auto& question : knowledge.questions) {
        fmt::print("{}{}: {}\n", question.id.text(), question.red_flag ? " (danger)" : "",
                   question.text);
        for (const auto& option : question.options) {
            fmt::print("    {}: {}\n", option.id, option.text);
        }
    }
    return kFine;
}

int run_advise(const std::string& file, Output output, ExitStyle style) {
    const auto knowledge = embedded_knowledge();
    const auto case_file = load_case(file, knowledge);
    if (!case_file) {
        fmt::print(stderr, "{}\n", case_file.error());
        return kFailure;
    }
    const auto advice = advice::advise(*case_file, knowledge, case_file->at);
    if (output == Output::json) {
        fmt::print("{}\n", wire::write_advice(advice, knowledge));
    } else {
        fmt::print("{}", advice_text(advice));
    }
    if (style == ExitStyle::by_level) {
        return code_of(advice.urgency.level());
    }
    return advice.problems.empty() ? kFine : kPartly;
}

int run_signature(const std::string& folder, SignatureTask task) {
    const auto knowledge = embedded_knowledge();
    std::uint64_t hash = kFnvStart;
    std::size_t cases = 0;
    std::size_t changed = 0;
    for (const auto& path : list_files({folder}).files) {
        if (path.filename() != "case.json") {
            continue;
        }
        const auto case_file = load_case(path, knowledge);
        if (!case_file) {
            fmt::print(stderr, "{}\n", case_file.error());
            return kFailure;
        }
        auto named = knowledge;
        named.hash.clear();  // the advice shall change, not its knowledge hash
        const auto text =
            wire::write_advice(advice::advise(*case_file, named, case_file->at), named) + "\n";
        hash = hashed(hash, text);
        ++cases;
        const auto stored = path.parent_path() / "advice.json";
        const auto before = read_text_file(stored);
        if (before && *before == text) {
            continue;
        }
        ++changed;
        fmt::print(stderr, "changed: {}\n", path.parent_path().filename().string());
        if (task == SignatureTask::bless) {
            if (const auto written = write_file(stored, text); !written) {
                fmt::print(stderr, "{}\n", written.error());
                return kFailure;
            }
        }
    }
    if (cases == 0) {
        fmt::print(stderr, "{}: no case.json below\n", folder);
        return kNothingFound;
    }
    fmt::print("{:016x} {} cases, {} changed\n", hash, cases, changed);
    return kFine;
}

}  // namespace footsure::app
