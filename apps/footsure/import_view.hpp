// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/commands.hpp"
#include "model/import_report.hpp"
#include "service/service.hpp"

namespace footsure::app {

/// Shows an import while it runs, on standard error: a line that renews itself on a terminal, or
/// JSON events one a line when asked for.
class ImportView : public service::ImportListener {
public:
    explicit ImportView(ProgressStyle style) : style_(style) {}

    void on_file(const FileReport& /*file*/) override {}

    void on_progress(const ImportProgress& progress) override;

    /// Ends the line.
    void finish();

private:
    ProgressStyle style_;
    bool shown_ = false;
};

/// One clear line for a file.
[[nodiscard]] std::string line_of(const FileReport& file);

/// The report in words: a line for every file that needs one, then the counts.
void print_report(const ImportReport& report, const ImportRequest& request);

}  // namespace footsure::app
