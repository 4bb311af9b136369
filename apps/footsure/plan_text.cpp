// SPDX-License-Identifier: Apache-2.0
#include "footsure/plan_text.hpp"

#include "footsure/amounts.hpp"
#include "footsure/paragraph.hpp"
#include "footsure/session_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace footsure::app {

namespace {

constexpr std::size_t kChangesShown = 5;

std::string heading(std::string_view text) {
    return fmt::format("\n{}\n", text);
}

std::string state_line(const CarePlan& plan) {
    switch (plan.state) {
    case PlanState::stopped:
        return "STOPPED: the plan waits until the danger signs are answered or you were seen.";
    case PlanState::maintaining: return "You are through; this keeps it that way.";
    case PlanState::preventing: return "Nothing hurts; this keeps it that way.";
    case PlanState::active: break;
    }
    return "";
}

std::string phase_line(const CarePlan& plan) {
    const Phase& phase = plan.phase;
    if (phase.name.empty()) {
        return "";
    }
    std::string line = fmt::format("Phase {}, {}, since {}", phase.number, phase.name,
                                   format_day(phase.entered_on));
    if (!phase.purpose.empty()) {
        line += ": " + phase.purpose;
    }
    return line;
}

std::string head(const CarePlan& plan) {
    std::string text = paragraph("  ", plan.title);
    for (const auto& line : {state_line(plan), phase_line(plan)}) {
        if (!line.empty()) {
            text += paragraph("  ", line);
        }
    }
    return text;
}

std::string next_days(const CarePlan& plan) {
    std::string text;
    for (std::size_t i = 1; i < plan.days.size(); ++i) {
        std::string sessions;
        for (const auto& session : plan.days[i].sessions) {
            sessions += (sessions.empty() ? "" : "; ") + session_line(session);
        }
        text += paragraph(fmt::format("  {}  ", day_words(plan.days[i].on)),
                          sessions.empty() ? "rest" : sessions);
    }
    return text.empty() ? "" : heading("The next days (each is the most, never a goal)") + text;
}

std::string changes(const CarePlan& plan, UtcOffset offset) {
    if (plan.changes.empty()) {
        return "";
    }
    std::string text = heading("What changed, latest first");
    const auto shown = std::min(plan.changes.size(), kChangesShown);
    for (std::size_t i = 0; i < shown; ++i) {
        text += plan_change_text(plan.changes[plan.changes.size() - 1 - i], offset);
    }
    if (plan.changes.size() > shown) {
        text += paragraph("  ", fmt::format("And {} earlier: footsure plan --json.",
                                            plan.changes.size() - shown));
    }
    return text;
}

std::string gate_line(const Gate& gate) {
    std::string line = gate.text;
    const std::string unit = gate.unit.empty() ? "" : " " + gate.unit;
    if (gate.value && std::isfinite(*gate.value)) {
        line += fmt::format(" (now {:.3g}{}", *gate.value, unit);
        line += gate.measured_on ? fmt::format(", {})", format_day(*gate.measured_on)) : ")";
    } else if (!gate.met) {
        line += " (not measured yet)";
    }
    return line + mark(gate.certainty);
}

std::string gate_lines(const std::vector<Gate>& gates) {
    std::string text;
    for (const auto& gate : gates) {
        text +=
            paragraph(gate.met ? "  [x] " : "  [ ] ",
                      gate.either.empty() ? gate_line(gate) : "one of these: " + gate_line(gate));
    }
    return text;
}

std::string gates(const CarePlan& plan) {
    std::string text = gate_lines(plan.phase.gates);
    if (plan.phase.not_before) {
        text +=
            paragraph("  ", fmt::format("And not before {}.", format_day(*plan.phase.not_before)));
    }
    std::string due;
    for (const auto& one : plan.due) {
        due += (due.empty() ? "" : ", ") + std::string(name_of(one.kind));
    }
    if (!due.empty()) {
        text += paragraph("  ? ", "Measure now and tell it with the check-in: " + due + ".");
    }
    return text.empty() ? "" : heading("To leave this phase") + text;
}

std::string pain_rule(const CarePlan& plan) {
    std::string rule;
    for (const auto& sentence : plan.pain_rule) {
        rule += (rule.empty() ? "" : " ") + sentence;
    }
    return rule.empty() ? "" : "\n" + paragraph("Pain rule: ", rule);
}

std::string may_not(const CarePlan& plan) {
    std::string text;
    for (const auto& reason : plan.may_not) {
        text += paragraph("  - ", reason.text + mark(reason.certainty.value_or(Certainty::read)));
    }
    return text.empty() ? "" : heading("Not now") + text;
}

std::string forecast(const CarePlan& plan) {
    if (!plan.forecast) {
        return "";
    }
    const Forecast& forecast = *plan.forecast;
    std::string dates;
    if (forecast.earliest && forecast.latest) {
        dates =
            fmt::format("{} to {}", format_day(*forecast.earliest), format_day(*forecast.latest));
        dates += forecast.likely
                     ? fmt::format(", most likely around {}. ", format_day(*forecast.likely))
                     : ". ";
    }
    return heading("Until you run without limits") +
           paragraph("  ", dates + forecast.text + mark(forecast.certainty));
}

std::string road(const CarePlan& plan) {
    if (plan.road.empty()) {
        return "";
    }
    std::string text = heading("After that");
    for (const auto& part : plan.road) {
        text += paragraph("  - ", part.text.empty() ? part.title : part.title + ": " + part.text);
    }
    return text;
}

std::string limits(const CarePlan& plan) {
    std::string text;
    for (const auto& limit : plan.limits) {
        text += paragraph("  ! ", limit.text);
    }
    if (plan.watch_until) {
        text += paragraph(
            "  ", fmt::format("Watched for a return until {}.", format_day(*plan.watch_until)));
    }
    return text;
}

}  // namespace

std::string plan_change_text(const PlanChange& change, UtcOffset offset) {
    const auto because = change.because.empty() ? "" : " Why: " + change.because;
    return paragraph(fmt::format("  {}  ", format_local({change.at, offset}).substr(0, 10)),
                     change.what + because);
}

std::string plan_today_text(const CarePlan& plan) {
    std::string text = head(plan);
    if (plan.days.empty()) {
        return text;
    }
    const PlannedDay& today = plan.days.front();
    text += fmt::format("  Today, {}:\n", day_words(today.on));
    for (const auto& session : today.sessions) {
        text += session_text(session);
    }
    return today.sessions.empty() ? text + "    - rest\n" : text;
}

std::string plan_text(const CarePlan& plan, UtcOffset offset) {
    return plan_today_text(plan) + next_days(plan) + changes(plan, offset) + gates(plan) +
           pain_rule(plan) + may_not(plan) + forecast(plan) + road(plan) + limits(plan);
}

}  // namespace footsure::app
