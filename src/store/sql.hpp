// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store_error.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// One SQL for both databases: `$1 … $n`, `on conflict … do update`, `returning`.
namespace footsure::store::sql {

using Null = std::monostate;
/// What a `$n` stands for; views must live until the statement has run.
using Parameter =
    std::variant<Null, std::string_view, std::int64_t, double, std::span<const std::byte>>;
using Parameters = std::span<const Parameter>;
using Value = std::variant<Null, std::string, std::int64_t, double, std::vector<std::byte>>;

template <class T>
[[nodiscard]] Parameter or_null(const std::optional<T>& value) {
    return value ? Parameter(*value) : Parameter(Null{});
}

/// One row of an answer. Reading a column as what it is not gives an empty value and leaves a mark,
/// so that a whole row is read first and judged once.
class Row {
public:
    explicit Row(std::vector<Value> values) : values_(std::move(values)) {}

    [[nodiscard]] std::string text(std::size_t column) { return read<std::string>(column); }

    [[nodiscard]] std::int64_t integer(std::size_t column) { return read<std::int64_t>(column); }

    [[nodiscard]] std::vector<std::byte> blob(std::size_t column) {
        return read<std::vector<std::byte>>(column);
    }

    [[nodiscard]] std::optional<std::string> text_or_null(std::size_t column) {
        return read_or_null<std::string>(column);
    }

    [[nodiscard]] std::optional<std::int64_t> integer_or_null(std::size_t column) {
        return read_or_null<std::int64_t>(column);
    }

    [[nodiscard]] std::optional<double> real_or_null(std::size_t column) {
        return read_or_null<double>(column);
    }

    /// Leaves the mark: the value has the right type but cannot be meant.
    void reject() { sound_ = false; }

    [[nodiscard]] bool sound() const { return sound_; }

private:
    template <class T>
    T read(std::size_t column) {
        auto value = read_or_null<T>(column);
        if (!value) {
            reject();
        }
        return std::move(value).value_or(T{});
    }

    template <class T>
    std::optional<T> read_or_null(std::size_t column) {
        if (column < values_.size() && std::holds_alternative<T>(values_[column])) {
            return std::move(std::get<T>(values_[column]));
        }
        if (column >= values_.size() || !std::holds_alternative<Null>(values_[column])) {
            reject();
        }
        return std::nullopt;
    }

    std::vector<Value> values_;
    bool sound_ = true;
};

using Rows = std::vector<Row>;

enum class Access : std::uint8_t {
    read,    ///< one unchanging view over several statements
    write,   ///< waits for other writers at its start
    schema,  ///< keeps every other program from changing tables meanwhile
};

class Connection {
public:
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    virtual ~Connection() = default;

    /// Fails: also with `constraint` for text that is not UTF-8 or holds NUL, and for a number that
    /// is not finite, so that both databases refuse the same.
    [[nodiscard]] Stored<Rows> run(std::string_view statement,
                                   std::initializer_list<Parameter> parameters = {});

    [[nodiscard]] virtual Stored<void> begin(Access access) = 0;
    /// Fails: the transaction was rolled back instead.
    [[nodiscard]] virtual Stored<void> commit() = 0;
    /// Says nothing: an end that fails has lost the transaction anyway.
    virtual void roll_back() = 0;
    /// An error of a disk may have ended it already.
    [[nodiscard]] virtual bool in_transaction() const = 0;
    [[nodiscard]] virtual Stored<bool> has_table(std::string_view table) = 0;

private:
    [[nodiscard]] virtual Stored<Rows> execute(std::string_view statement,
                                               Parameters parameters) = 0;
};

[[nodiscard]] Stored<std::unique_ptr<Connection>> open_sqlite(const std::string& file,
                                                              std::chrono::milliseconds patience);
[[nodiscard]] Stored<std::unique_ptr<Connection>>
open_postgresql(const std::string& conninfo, std::chrono::milliseconds patience);

/// Text as it may be stored: what is not UTF-8, and NUL, becomes the replacement character.
[[nodiscard]] std::string storable(std::string_view text);

}  // namespace footsure::store::sql
