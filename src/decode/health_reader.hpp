// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/xml_reader.hpp"
#include "model/time.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace footsure::decode {

/// What Apple's records measure, as far as it concerns a run.
enum class HealthQuantity : std::uint8_t {
    heart_rate,
    steps,
    distance,
    speed,
    power,
    stance_time,
    vertical_oscillation,
    stride_length,  ///< of one step, as Apple's numbers show
};
inline constexpr std::size_t kHealthQuantities = 8;

/// One record of an export, its value in SI (beats a minute for the heart).
struct HealthSample {
    std::int64_t from = 0;  ///< seconds since 1970
    std::int64_t until = 0;
    double value = 0;
    std::uint32_t source = 0;  ///< its place among the names of sources
    HealthQuantity quantity{};

    auto operator<=>(const HealthSample&) const = default;
};

/// A Workout element with what stands in it.
struct HealthElement {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<HealthElement> children;

    /// Empty when there is no such attribute.
    [[nodiscard]] std::string_view find(std::string_view attribute) const;
};

/// Reads `2024-01-15 10:00:00 +0100`.
[[nodiscard]] std::optional<LocalInstant> parse_health_time(std::string_view text);

/// Apple's word for the quantity, and the unit in which we write it.
[[nodiscard]] std::string_view record_type(HealthQuantity quantity);
[[nodiscard]] std::string_view record_unit(HealthQuantity quantity);
/// Where such a value is one unit, how much it is in SI; 0 for a unit that is not known.
[[nodiscard]] double scale_of(std::string_view unit);
/// A length such as `850 cm` in metres, NaN for anything else.
[[nodiscard]] double read_length(std::string_view text);

/// Names of sources; there are few of them.
class HealthSources {
public:
    [[nodiscard]] std::uint32_t number_of(std::string_view name);

    [[nodiscard]] const std::string& name(std::uint32_t number) const { return names_[number]; }

    /// Whether a source has that name; very long ones are told apart by their beginning.
    [[nodiscard]] bool is(std::uint32_t number, std::string_view name) const;

private:
    std::map<std::string, std::uint32_t, std::less<>> numbers_;
    std::vector<std::string> names_;
};

/// Reads workouts and records out of an export, in the document's order.
class HealthReader : public XmlHandler {
public:
    void open(std::string_view name, const XmlAttributes& attributes) override;
    XmlStep close(std::string_view name, std::string_view text) override;

protected:
    virtual void take_sample(const HealthSample& sample) = 0;
    virtual void take_workout(HealthElement workout) = 0;

    /// Whether samples are of interest; they are most of an export.
    virtual bool wants_samples() { return true; }

    /// Asked after each element.
    virtual XmlStep proceed() { return XmlStep::go_on; }

    [[nodiscard]] HealthSources& sources() { return sources_; }

private:
    void open_record(const XmlAttributes& attributes);
    void open_in_workout(std::string_view name, const XmlAttributes& attributes);

    HealthSources sources_;
    std::vector<HealthElement> open_;  ///< the workout being read and what is open in it
    std::size_t depth_ = 0;
    std::size_t kept_ = 0;  ///< bytes of it
};

}  // namespace footsure::decode
