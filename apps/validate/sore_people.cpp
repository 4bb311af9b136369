// SPDX-License-Identifier: Apache-2.0
#include "validate/sore_people.hpp"

#include "validate/table_file.hpp"

#include <chrono>
#include <cmath>
#include <limits>

namespace footsure::validate {

namespace {

constexpr double kNoAnswer = 0;
constexpr double kLeastSore = 5;        ///< of the sheet
constexpr double kPointsPerStep = 2.5;  ///< 1 to 5 becomes 10 to 0
constexpr std::chrono::days kWarm{5};
constexpr int kAcuteDays = 7;
constexpr int kChronicDays = 28;

void add_morning(const TableFile& table, std::size_t row, SorePerson& person) {
    const auto at = parse_instant(table.text(row, "effective_time_frame"));
    const double told = table.number(row, "soreness");
    if (!at || !(told > kNoAnswer)) {
        return;
    }
    CheckIn check_in;
    check_in.at = at->at;
    check_in.soreness = PainScore::of((kLeastSore - told) * kPointsPerStep);
    person.facts.check_ins.push_back(check_in);
    person.mornings.try_emplace(day_of(at->at, {}), told);
}

/// A row without exertion stands for a day on which nothing was done.
void add_session(const TableFile& table, std::size_t row, SorePerson& person) {
    const auto ended = parse_instant(table.text(row, "end_date_time"));
    const double exertion = table.number(row, "perceived_exertion");
    const double minutes = table.number(row, "duration_min");
    if (!ended || !std::isfinite(exertion) || !std::isfinite(minutes)) {
        return;
    }
    // The start is not told; the session is put where it ended, on the day that the sheet gives.
    ActivitySummary session;
    session.started_at = ended->at;
    session.sport = "other";
    session.timer = session.elapsed = Seconds(60 * minutes);
    session.perceived_exertion = exertion;
    for (TissueDose& dose : session.doses) {
        dose.dose = EasyKm(std::numeric_limits<double>::quiet_NaN());
    }
    person.facts.activities.push_back(session);
    person.loads[day_of(ended->at, {})] += exertion * minutes;
}

double load_on(const SorePerson& person, Day day) {
    const auto load = person.loads.find(day);
    return load == person.loads.end() ? 0 : load->second;
}

double load_before(const SorePerson& person, Day day, int days) {
    double sum = 0;
    for (int back = 1; back <= days; ++back) {
        sum += load_on(person, day - std::chrono::days(back));
    }
    return sum;
}

}  // namespace

Result<std::vector<SorePerson>, std::string> read_sore_people(const std::filesystem::path& pmdata) {
    const auto mornings =
        TableFile::read(pmdata / "wellness.csv.gz", {"person", "effective_time_frame", "soreness"});
    const auto sessions = TableFile::read(
        pmdata / "srpe.csv.gz", {"person", "end_date_time", "perceived_exertion", "duration_min"});
    if (!mornings || !sessions) {
        return Failure<std::string>(mornings ? sessions.error() : mornings.error());
    }
    std::map<std::string, SorePerson> people;
    for (std::size_t i = 0; i < mornings->size(); ++i) {
        add_morning(*mornings, i, people[mornings->text(i, "person")]);
    }
    for (std::size_t i = 0; i < sessions->size(); ++i) {
        add_session(*sessions, i, people[sessions->text(i, "person")]);
    }
    std::vector<SorePerson> list;
    for (auto& [name, person] : people) {
        person.name = name;
        list.push_back(std::move(person));
    }
    return list;
}

std::map<Day, double> moving_average(const SorePerson& person, double tau) {
    std::map<Day, double> averages;
    if (person.loads.empty() || person.mornings.empty()) {
        return averages;
    }
    const double weight = 1 - std::exp(-1 / tau);
    const Day last = person.mornings.rbegin()->first;
    double average = 0;
    for (Day day = person.loads.begin()->first; day <= last; day += std::chrono::days(1)) {
        averages[day] = average;
        average += weight * (load_on(person, day) - average);
    }
    return averages;
}

double acute_chronic_ratio(const SorePerson& person, Day day) {
    const double chronic =
        load_before(person, day, kChronicDays) * kAcuteDays / static_cast<double>(kChronicDays);
    return chronic > 0 ? load_before(person, day, kAcuteDays) / chronic : std::nan("");
}

bool is_warm(const SorePerson& person, Day day) {
    return !person.loads.empty() && day >= person.loads.begin()->first + kWarm;
}

}  // namespace footsure::validate
