// SPDX-License-Identifier: Apache-2.0
#include "takeout/health.hpp"

#include "decode/decode.hpp"
#include "model/time.hpp"
#include "takeout/file_name.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace footsure::takeout {

namespace {

/// What an export may hold in memory at a time; a longer one is read in several passes.
constexpr std::size_t kMemory = std::size_t{64} << 20U;
constexpr int kMostPasses = 100;

/// Hands the workouts of one export out.
class Export {
public:
    Export(const HealthFile& file, HintTable& hints, Stream& stream)
        : file_(file), hints_(hints), stream_(stream) {}

    void take() {
        stream_.know_fewer(1);
        int passes = 0;
        while (!stream_.stopped() && pass() == decode::HealthExport::Pass::again) {
            if (++passes == kMostPasses) {
                problem_ = "it holds more than can be read";
                break;
            }
        }
        if (problem_) {
            refuse(*problem_ + "; read before that: " + std::to_string(workouts_) + " runs");
            return;
        }
        // Only a whole export tells which routes are no runs.
        hints_.refuse_others(file_.base + "workout-routes/", "route of a workout that is no run");
        if (workouts_ == 0) {
            stream_.know_more(1);
            stream_.pass_over(file_.shown_path, "no running workout in it");
        }
    }

private:
    /// Damage ends each pass at the same place; what stands before it still counts.
    decode::HealthExport::Pass pass() {
        std::optional<DecodeError> error;
        std::string end;
        reader_.begin_pass();
        const auto read = file_.read([&](std::span<const std::byte> piece) {
            end = last_bytes(end, piece);
            error = reader_.feed(piece);
            return error ? Flow::stop : Flow::go_on;
        });
        if (!read) {
            problem_ = read.error();
        } else if (error) {
            problem_ = "it is damaged: " + error->message;
        } else if (end.find("</HealthData") == std::string::npos) {
            problem_ = "it is cut";
        }
        const auto next = reader_.end_pass();
        while (auto workout = stream_.stopped() ? std::nullopt : reader_.take_workout()) {
            hand_out(std::move(*workout));
        }
        return next;
    }

    static std::string last_bytes(const std::string& before, std::span<const std::byte> piece) {
        constexpr std::size_t kEnd = 200;
        const auto last = piece.last(std::min(piece.size(), kEnd));
        std::string end = before;
        end.append(reinterpret_cast<const char*>(last.data()), last.size());
        return end.size() > kEnd ? end.substr(end.size() - kEnd) : end;
    }

    void hand_out(decode::HealthWorkout workout) {
        Hints hints;
        hints.sport = "running";
        hints.started_at = workout.started_at;
        for (const std::string& route : workout.routes) {
            hints_.add(file_.base + cleaned(route), hints);
        }
        ++workouts_;
        stream_.know_more(1);
        stream_.take({.path = file_.shown_path + '!' + shown(workout.name),
                      .bytes = std::move(workout.document),
                      .hints = std::move(hints)});
    }

    void refuse(std::string reason) {
        stream_.know_more(1);
        stream_.refuse(file_.shown_path, std::move(reason));
    }

    const HealthFile& file_;
    HintTable& hints_;
    Stream& stream_;
    decode::HealthExport reader_{kMemory};
    std::size_t workouts_ = 0;
    std::optional<std::string> problem_;
};

}  // namespace

bool may_be_health_export(std::string_view path) {
    return ends_in(path, ".xml") && !no_run_reason(path);
}

bool is_health_export(std::span<const std::byte> beginning) {
    const std::string_view text(reinterpret_cast<const char*>(beginning.data()),
                                std::min(beginning.size(), kHealthBeginning));
    constexpr std::string_view kRoot = "<HealthData";
    const std::size_t at = text.find(kRoot);
    return at != std::string_view::npos && at + kRoot.size() < text.size() &&
           std::string_view(" \t\r\n>/").find(text[at + kRoot.size()]) != std::string_view::npos;
}

void take_health_export(const HealthFile& file, HintTable& hints, Stream& stream) {
    Export(file, hints, stream).take();
}

}  // namespace footsure::takeout
