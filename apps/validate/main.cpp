// SPDX-License-Identifier: Apache-2.0
#include "validate/check_table.hpp"
#include "validate/sides.hpp"
#include "validate/soreness_tables.hpp"
#include "validate/training_logs.hpp"

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace footsure;
using namespace footsure::validate;

constexpr int kFailure = 1;
constexpr int kUsage = 2;
constexpr int kNoData = 3;
constexpr const char* kHelp =
    "footsure-validate --data FOLDER\n"
    "Tables of what the load model and the load scores are worth on measured runners and real\n"
    "training logs. FOLDER holds biomech, pmdata and lovdal2021; docs/validation.md names the "
    "results.\n";

void show(const char* title, const std::string& text) {
    std::printf("== %s\n\n%s\n", title, text.c_str());
}

int failed(const std::string& why) {
    std::fprintf(stderr, "footsure-validate: %s\n", why.c_str());
    return kFailure;
}

int model_tables(const std::filesystem::path& data) {
    const auto runners = read_measured_runners(data / "biomech");
    if (!runners) {
        return failed(runners.error());
    }
    const auto checks = check_table(data / "biomech", *runners);
    const auto sides = side_ratios(data / "biomech");
    if (!checks || !sides) {
        return failed(checks ? sides.error() : checks.error());
    }
    show("1. The 45 conditions", text_of(*checks));
    show("2. The 54 measured runner-speeds", text_of(model_errors(*runners)));
    show("3. Within one runner", text_of(ratio_shares(*runners)));
    show("4. Left and right", text_of(*sides));
    return 0;
}

int score_tables(const std::filesystem::path& data) {
    const auto people = read_sore_people(data / "pmdata");
    const auto logs = log_scores(data / "lovdal2021");
    if (!people || !logs) {
        return failed(people ? logs.error() : people.error());
    }
    show("5. Load and soreness", text_of(load_correlations(*people)));
    show("6. What Footsure says of them", text_of(person_links(*people)));
    show("7. Sore mornings", text_of(sore_scores(*people)));
    show("8. Load scores and injuries", text_of(*logs));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string_view> words(argv + 1, argv + argc);
    if (words.size() == 1 && (words[0] == "--help" || words[0] == "-h")) {
        std::printf("%s", kHelp);
        return 0;
    }
    if (words.size() != 2 || words[0] != "--data") {
        std::fprintf(stderr, "%s", kHelp);
        return kUsage;
    }
    const std::filesystem::path data(words[1]);
    if (!std::filesystem::is_directory(data / "biomech")) {
        std::fprintf(stderr,
                     "footsure-validate: there are no shared data in %s (no folder biomech)\n",
                     data.string().c_str());
        return kNoData;
    }
    const int code = model_tables(data);
    return code == 0 ? score_tables(data) : code;
}
