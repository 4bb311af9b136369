// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "takeout/takeout.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace footsure::takeout {

/// Hands files to the Visitor and counts them, until it says stop.
class Stream {
public:
    explicit Stream(Visitor& visitor) : visitor_(visitor) {}

    void take(Item item) {
        if (!stopped_) {
            stopped_ = visitor_.take(std::move(item)) == Flow::stop;
        }
    }

    void refuse(std::string path, std::string reason) {
        refuse({std::move(path), std::move(reason), RefusalKind::failed});
    }

    /// For a file that is none that could hold a run.
    void pass_over(std::string path, std::string reason) {
        refuse({std::move(path), std::move(reason), RefusalKind::no_run});
    }

    void refuse(Refusal refusal) {
        if (!stopped_) {
            stopped_ = visitor_.refuse(std::move(refusal)) == Flow::stop;
        }
    }

    void know_more(std::size_t files) { know(known_ + files); }

    /// For what is neither taken nor refused: an archive that was opened, a list that was read.
    void know_fewer(std::size_t files) { know(known_ - files); }

    [[nodiscard]] bool stopped() const { return stopped_; }

private:
    void know(std::size_t files) {
        known_ = files;
        if (!stopped_) {
            visitor_.expect(known_);
        }
    }

    Visitor& visitor_;
    std::size_t known_ = 0;
    bool stopped_ = false;
};

}  // namespace footsure::takeout
