// SPDX-License-Identifier: Apache-2.0
#include "decode/apple_health.hpp"

#include "decode/damage.hpp"
#include "decode/health_workout.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace footsure::decode {
namespace {

/// Larger ones are split into one document per workout first.
constexpr std::size_t kLargestDocument = std::size_t{50} << 20U;

/// Holds all that a document says of runs.
class HealthDocument : public HealthReader {
public:
    explicit HealthDocument(const Limits& limits) : limits_(limits) {}

    [[nodiscard]] std::size_t runs() const { return runs_.size(); }

    [[nodiscard]] std::size_t others() const { return others_; }

    /// The runs by their start, as Legs.
    TrackContent take() {
        TrackContent content;
        std::ranges::sort(samples_);
        for (const HealthSample& sample : samples_) {
            longest_ = std::max(longest_, sample.until - sample.from);
        }
        std::ranges::stable_sort(runs_, {}, [](const Run& run) { return run.span.from; });
        for (const Run& run : runs_) {
            add_workout(run.workout, run.span, around(run.span), sources(), content);
        }
        return content;
    }

protected:
    void take_sample(const HealthSample& sample) override { samples_.push_back(sample); }

    void take_workout(HealthElement workout) override {
        const auto span = span_of(workout);
        if (span && is_run(workout)) {
            runs_.push_back({std::move(workout), *span});
        } else {
            ++others_;
        }
    }

    XmlStep proceed() override {
        return samples_.size() + runs_.size() > limits_.records ? XmlStep::stop : XmlStep::go_on;
    }

private:
    struct Run {
        HealthElement workout;
        HealthSpan span;
    };

    /// The samples that may reach into that time.
    [[nodiscard]] std::span<const HealthSample> around(const HealthSpan& span) const {
        const auto seconds = [](Instant at) {
            return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
        };
        const auto first = std::ranges::lower_bound(samples_, seconds(span.from) - longest_, {},
                                                    &HealthSample::from);
        const auto last =
            std::ranges::upper_bound(samples_, seconds(span.until), {}, &HealthSample::from);
        return first < last ? std::span(first, last) : std::span<const HealthSample>();
    }

    const Limits& limits_;
    std::vector<Run> runs_;
    std::vector<HealthSample> samples_;
    std::int64_t longest_ = 0;
    std::size_t others_ = 0;
};

}  // namespace

void decode_apple_health(std::span<const std::byte> bytes, const Limits& limits,
                         DecodedFile& file) {
    if (bytes.size() > kLargestDocument) {
        note_damage(file, Integrity::unreadable,
                    {.code = DecodeErrorCode::too_large,
                     .message = "a health export of this size is split into workouts first",
                     .offset = kLargestDocument});
        return;
    }
    HealthDocument document(limits);
    auto error = read_xml(bytes, document, Doctype::skipped);
    if (error) {
        note_damage(file,
                    error->code == DecodeErrorCode::truncated ? Integrity::truncated
                                                              : Integrity::malformed,
                    std::move(*error));
    }
    file.content = document.runs() == 1 && document.others() == 0 ? "activity" : "health export";
    if (document.others() > 0) {
        file.warnings.push_back(std::to_string(document.others()) + " workouts are no runs");
    }
    if (document.runs() > 0) {
        assemble_track(document.take(), FileKind::activity, file);
    }
}

}  // namespace footsure::decode
