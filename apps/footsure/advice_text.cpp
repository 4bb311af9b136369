// SPDX-License-Identifier: Apache-2.0
#include "footsure/advice_text.hpp"

#include "footsure/amounts.hpp"
#include "footsure/guard_text.hpp"
#include "footsure/paragraph.hpp"
#include "footsure/plan_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace footsure::app {

namespace {

constexpr std::size_t kCausesShown = 4;
constexpr std::size_t kReasonsShown = 4;
constexpr std::size_t kChangesShown = 5;
constexpr std::size_t kBarWidth = 20;
constexpr double kWorthShowing = 0.03;
constexpr double kMostPercent = 95;

class Page {
public:
    void line(std::string_view text = {}) {
        fmt::format_to(std::back_inserter(out_), "{}\n", text);
    }

    void paragraph(std::string_view lead, std::string_view text) {
        out_.append(app::paragraph(lead, text));
    }

    void text(std::string_view lines) { out_.append(lines); }

    void heading(std::string_view text) {
        line();
        line(text);
    }

    std::string take() { return fmt::to_string(out_); }

private:
    fmt::memory_buffer out_;
};

std::string local_time(Instant at, UtcOffset offset) {
    const auto text = format_local({at, offset});
    return text.substr(0, 10) + " " + text.substr(11, 5);
}

void write_rules(const EpisodeAdvice& episode, UtcOffset offset, Page& page) {
    for (const auto& rule : episode.triage.rules) {
        const auto by = rule.be_seen_by && rule.level != UrgencyLevel::emergency
                            ? fmt::format(" By {}.", local_time(*rule.be_seen_by, offset))
                            : std::string();
        page.paragraph(fmt::format("  {} ", rule.id.text()), rule.text + by + mark(rule.certainty));
        std::string because;
        for (const auto& reason : rule.because) {
            because += (because.empty() ? "because: " : ", ") + reason.text;
        }
        if (!because.empty()) {
            page.paragraph("        ", because);
        }
    }
}

/// The runs are named by their file, answers by their question's id, which has no point in it.
bool is_from_a_run(const Reason& reason) {
    return reason.from.find('.') != std::string::npos;
}

/// The strongest reasons, and all that come from the runs.
std::string joined(const std::vector<Reason>& reasons) {
    std::string text;
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        const bool run = is_from_a_run(reasons[i]);
        if (i < kReasonsShown || run) {
            text += (text.empty() ? "" : "; ") + reasons[i].text +
                    (run ? " (" + reasons[i].from + ")" : "");
        }
    }
    return text;
}

/// Whole percents, and never a certainty.
std::string percent(Probability probability) {
    const double value = probability.value() * 100;
    if (value > kMostPercent) {
        return fmt::format(">{:.0f}", kMostPercent);
    }
    return value < 100 - kMostPercent ? fmt::format("<{:.0f}", 100 - kMostPercent)
                                      : fmt::format("{:.0f}", value);
}

void write_causes(const EpisodeAdvice& episode, Page& page) {
    page.heading("What fits best so far (not a diagnosis)");
    if (episode.triage.urgency.level() >= UrgencyLevel::within_days) {
        page.paragraph("  ", "The level above stands whatever this list says: it comes from the "
                             "signs, and the list does not hold every cause.");
    }
    std::size_t shown = 0;
    for (const auto& cause : episode.differential) {
        if (shown == kCausesShown || (shown > 0 && cause.probability.value() < kWorthShowing)) {
            break;
        }
        ++shown;
        const auto filled =
            static_cast<std::size_t>(std::lround(cause.probability.value() * kBarWidth));
        page.line(fmt::format("  {:>4} % ({} to {}) {}{} {}", percent(cause.probability),
                              percent(cause.low), percent(cause.high), std::string(filled, '#'),
                              std::string(kBarWidth - filled, '.'), cause.name));
        if (!cause.supporting.empty()) {
            page.paragraph("        for: ", joined(cause.supporting));
        }
        if (!cause.opposing.empty()) {
            page.paragraph("        less likely because: ", joined(cause.opposing));
        }
    }
}

std::string_view kind_words(CareKind kind) {
    switch (kind) {
    case CareKind::act: return "  do    ";
    case CareKind::avoid: return "  not   ";
    case CareKind::medicine: return "  may   ";
    case CareKind::stop_rule: return "  STOP  ";
    case CareKind::check: break;
    }
    return "  check ";
}

void write_care(const std::optional<Care>& care, UtcOffset offset, Page& page) {
    if (!care) {
        return;
    }
    page.heading(care->title);
    std::string dates;
    for (const auto& item : care->lines) {
        const auto from_until = fmt::format("  {} to {}:", local_time(item.from, offset),
                                            local_time(item.until, offset));
        if (from_until != dates) {
            dates = from_until;
            page.line(dates);
        }
        page.paragraph(kind_words(item.kind), item.text + mark(item.certainty));
        if (!item.disputed.empty()) {
            page.paragraph("          disputed: ", item.disputed);
        }
    }
}

/// Today's part; the rest has a command of its own.
void write_plan(const std::optional<CarePlan>& plan, Page& page) {
    if (plan) {
        page.heading("The plan");
        page.text(plan_today_text(*plan));
        page.paragraph("  ", "The next days, what must be met and why it changed: footsure plan");
    }
}

void write_list(std::string_view heading, const std::vector<std::string>& list, Page& page) {
    if (list.empty()) {
        return;
    }
    page.heading(heading);
    for (const auto& text : list) {
        page.paragraph("  - ", text);
    }
}

/// Writes what the level holds.
struct HelpText {
    Page& page;
    UtcOffset offset;

    void operator()(const UrgentHelp& help) const { write(help.seek_care); }

    void operator()(const ProtectedWait& help) const {
        write(help.seek_care);
        write_care(help.care, offset, page);
    }

    void operator()(const RoutineHelp& help) const {
        write_care(help.care, offset, page);
        write_plan(help.plan, page);
        page.heading("Appointment");
        page.paragraph("  ", fmt::format("With {}, within {}.", help.appointment.with,
                                         help.appointment.within));
        write_list("What to say there", help.appointment.tell, page);
        write_list("What will likely be checked", help.appointment.checks, page);
    }

    void operator()(const SelfCareHelp& help) const {
        write_care(help.care, offset, page);
        write_plan(help.plan, page);
    }

    void write(const SeekCare& care) const {
        page.heading("What to do until you are seen");
        page.paragraph("  ", care.where);
        for (const auto& aid : care.first_aid) {
            page.paragraph("  - ", aid.text);
        }
        write_list("What to say there", care.tell, page);
        write_list("What will likely be checked", care.checks, page);
    }
};

/// The most unusual changes, that there was none, or why it cannot be said.
void write_changes(const ChangeAccount& account, Page& page) {
    if (!is_known(account)) {
        return;
    }
    page.heading("What changed before it hurt");
    const auto shown = std::min(account.changes.size(), kChangesShown);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& change = account.changes[i];
        page.paragraph("  - ", change.text + mark(change.certainty));
    }
    if (account.changes.size() > shown) {
        page.paragraph("  ", fmt::format("And {} more, less unusual for you.",
                                         account.changes.size() - shown));
    }
    if (account.changes.empty() && !account.judged.empty()) {
        page.paragraph("  ", "Nothing unusual in the 8 weeks before.");
    }
    for (const auto& unknown : account.unknown) {
        page.paragraph("  ? ", unknown);
    }
}

void write_episode(const EpisodeAdvice& episode, UtcOffset offset, Page& page) {
    page.heading(fmt::format("{} ({} side){}", level_words(episode.triage.urgency.level()),
                             word(episode.side),
                             episode.triage.provisional ? ", provisional" : ""));
    write_rules(episode, offset, page);
    for (const auto& limit : episode.triage.limits) {
        page.paragraph("  ! ", limit.text);
    }
    const bool urgent = episode.triage.urgency.level() >= UrgencyLevel::same_day;
    if (urgent) {
        std::visit(HelpText{page, offset}, episode.help);
    }
    write_causes(episode, page);
    write_changes(episode.before, page);
    if (!urgent) {
        std::visit(HelpText{page, offset}, episode.help);
    }
    if (!episode.ask_next.empty()) {
        page.heading("Answer next");
        for (const auto& next : episode.ask_next) {
            page.paragraph("  ? ", next.text);
        }
    }
}

}  // namespace

std::string_view level_words(UrgencyLevel level) {
    switch (level) {
    case UrgencyLevel::emergency: return "EMERGENCY: be seen now";
    case UrgencyLevel::same_day: return "SAME DAY: be seen today";
    case UrgencyLevel::within_days: return "WITHIN DAYS: stop running and be seen soon";
    case UrgencyLevel::routine: return "ROUTINE: make an appointment";
    case UrgencyLevel::self_care: break;
    }
    return "SELF-CARE: look after it, with a date to look again";
}

std::string advice_text(const Advice& advice) {
    Page page;
    for (const auto& episode : advice.episodes) {
        write_episode(episode, advice.at.offset, page);
    }
    page.line();
    page.text(guard_text(advice.guard));
    write_plan(advice.prevention, page);
    page.line();
    for (const auto& limit : advice.limits) {
        page.paragraph("! ", limit.text);
    }
    for (const auto& problem : advice.problems) {
        page.paragraph("Not used: ", problem.path + ": " + problem.text);
    }
    return page.take();
}

}  // namespace footsure::app
