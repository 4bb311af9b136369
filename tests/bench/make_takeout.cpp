// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"
#include "made_files.hpp"
#include "made_zip.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace footsure;
using namespace footsure::bench;

constexpr std::size_t kGarminFiles = 21'000;
constexpr std::size_t kStravaFiles = 3'000;
constexpr std::size_t kFilesInPart = 3'000;
constexpr double kActivities = 0.3;
constexpr double kRides = 0.15;
constexpr std::uint64_t kSeed = 4;

/// Tells apart what takes turns in an account.
class Account {
public:
    explicit Account(Instant begun) : at_(begun) {}

    struct File {
        std::vector<std::byte> bytes;
        Instant start;
        bool is_activity = false;
        MadeSport sport = MadeSport::running;
    };

    File next(double activities) {
        at_ += std::chrono::seconds(3 * 3600 + static_cast<int>(3600 * random_.uniform()));
        File file{.bytes = {}, .start = at_};
        file.is_activity = random_.uniform() < activities;
        file.sport = random_.uniform() < kRides ? MadeSport::cycling : MadeSport::running;
        file.bytes = file.is_activity ? made_activity(random_, file.sport, at_)
                                      : made_monitoring(random_, at_);
        return file;
    }

private:
    app::SampleRandom random_{kSeed};
    Instant at_;
};

/// What was made, for the figures.
struct Made {
    std::size_t files = 0;
    std::size_t activities = 0;
    std::size_t runs = 0;
    std::size_t bytes = 0;

    void count(const Account::File& file) {
        ++files;
        activities += file.is_activity ? 1U : 0U;
        runs += file.is_activity && file.sport == MadeSport::running ? 1U : 0U;
        bytes += file.bytes.size();
    }
};

std::string numbered(std::size_t number) {
    return std::to_string(10'000'000'000U + number).substr(1);
}

/// As a Garmin account is given: zips of thousands of mixed files in a zip.
Made make_garmin(const std::filesystem::path& path, std::size_t files) {
    Account account(*parse_day("2012-01-01"));
    Made made;
    MadeZip outer(path);
    std::vector<std::filesystem::path> parts;
    for (std::size_t part = 1; made.files < files; ++part) {
        const std::string name = "UploadedFiles_0-_Part" + std::to_string(part) + ".zip";
        parts.push_back(path.parent_path() / ("part-" + std::to_string(part) + ".tmp"));
        MadeZip inner(parts.back());
        for (std::size_t i = 0; i < kFilesInPart && made.files < files; ++i) {
            Account::File file = account.next(kActivities);
            made.count(file);
            inner.add("runner@example.com_" + numbered(made.files) + ".fit", std::move(file.bytes),
                      MemberPacking::deflate);
        }
        inner.close();
        outer.add_file("DI_CONNECT/DI-Connect-Uploaded-Files/" + name, parts.back());
    }
    outer.close();
    for (const auto& part : parts) {
        std::filesystem::remove(part);
    }
    return made;
}

/// As a Strava account is given: gzips, stored, and a list of them.
Made make_strava(const std::filesystem::path& path, std::size_t files) {
    Account account(*parse_day("2020-01-01"));
    Made made;
    MadeZip archive(path);
    std::string list = "Activity ID,Activity Date,Activity Name,Activity Type,Commute,Activity "
                       "Gear,Filename\n";
    while (made.files < files) {
        const Account::File file = account.next(1);
        made.count(file);
        const std::string name = "activities/" + numbered(made.files) + ".fit.gz";
        archive.add(name, content::pack_gzip(file.bytes), MemberPacking::store);
        const bool run = file.sport == MadeSport::running;
        list += numbered(made.files) + ",\"" + format_instant(file.start) + "\",\"Outing " +
                std::to_string(made.files) + "\"," + (run ? "Run" : "Ride") + ",false," +
                (run ? "Old Faithful" : "") + "," + name + "\n";
    }
    const auto* first = reinterpret_cast<const std::byte*>(list.data());
    archive.add("activities.csv", {first, first + list.size()}, MemberPacking::deflate);
    archive.close();
    return made;
}

}  // namespace

/// Makes an invented takeout: `garmin PATH [FILES]` or `strava PATH [FILES]`.
/// Gives: the same bytes each time; prints files, activities, runs, unpacked bytes.
int main(int count, char** arguments) {
    const std::string_view kind = count > 2 ? arguments[1] : "";
    const std::size_t wanted = count > 3 ? std::strtoul(arguments[3], nullptr, 10) : 0;
    if (kind != "garmin" && kind != "strava") {
        std::fprintf(stderr, "usage: %s garmin|strava PATH [FILES]\n", arguments[0]);
        return 2;
    }
    const Made made = kind == "garmin"
                          ? make_garmin(arguments[2], wanted > 0 ? wanted : kGarminFiles)
                          : make_strava(arguments[2], wanted > 0 ? wanted : kStravaFiles);
    std::printf("%zu files, %zu activities, %zu runs, %zu bytes\n", made.files, made.activities,
                made.runs, made.bytes);
    return 0;
}
