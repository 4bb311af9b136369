// SPDX-License-Identifier: Apache-2.0
#include "footsure/commands.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/keep_memory.hpp"
#include "footsure/typed_flags.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace {

using namespace footsure::app;
using footsure::CalendarDetail;

/// What the flags before or after a command's name say.
struct Flags {
    DataOptions data;
    bool json = false;
    bool exit_code = false;
};

void add_common(CLI::App& app, Flags& flags) {
    app.add_option("--data", flags.data.data, "folder of the data");
    app.add_option("--db", flags.data.database, "a database instead: a file or postgresql://…");
    app.add_option("--runner", flags.data.runner, "whose data (default: me)");
    app.add_flag("--json", flags.json, "one JSON object (or one a line)");
}

class Program {
public:
    Program()
        : app_("Footsure: from a runner's files and answers to how soon to be seen, what fits, "
               "what to do today.\nNot a medical device.") {
        app_.require_subcommand(1);
        app_.name("footsure");
        add_common(app_, flags_);
        add_file_commands();
        add_runner_commands();
    }

    int run(int argc, char** argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            const int code = app_.exit(error);
            return code == 0 ? kFine : kUsage;
        }
        flags_.data.output = output();
        for (const auto& [command, action] : actions_) {
            if (command->parsed() && command->get_subcommands().empty()) {
                return action();
            }
        }
        return kUsage;
    }

private:
    [[nodiscard]] Output output() const { return flags_.json ? Output::json : Output::text; }

    CLI::App* add(CLI::App& parent, const char* name, const char* what,
                  std::function<int()> action) {
        CLI::App* command = parent.add_subcommand(name, what);
        add_common(*command, flags_);
        actions_.emplace_back(command, std::move(action));
        return command;
    }

    void add_file_commands() {
        add(app_, "decode", "what run files say", [this] { return run_decode(paths_, output()); })
            ->add_option("paths", paths_, "files or folders")
            ->required();
        CLI::App* model = app_.add_subcommand("model", "the load model");
        model->require_subcommand(1);
        add(*model, "steps", "loads of single steps from a table",
            [this] { return run_model_steps(csv_); })
            ->add_option("--csv", csv_, "the table, or - for standard input")
            ->required();
        add(app_, "questions", "every question of the interview",
            [this] { return run_questions(output()); });
        CLI::App* advise = add(app_, "advise", "a case in, an advice out", [this] {
            return run_advise(file_, output(),
                              flags_.exit_code ? ExitStyle::by_level : ExitStyle::plain);
        });
        advise->add_option("case", file_, "a footsure.case/1 file")->required();
        advise->add_flag("--exit-code", flags_.exit_code,
                         "end with the level: 0, 20, 21, 22 or 23");
        add_knowledge();
        CLI::App* signature =
            add(app_, "signature", "one number for the advice of all cases", [this] {
                return run_signature(folder_, bless_ ? SignatureTask::bless : SignatureTask::print);
            });
        signature->add_option("folder", folder_, "folder of cases")->default_str("tests/golden");
        signature->add_flag("--bless", bless_, "write each advice.json anew");
    }

    void add_knowledge() {
        CLI::App* knowledge = app_.add_subcommand("knowledge", "the knowledge base");
        knowledge->require_subcommand(1);
        add(*knowledge, "check", "every error as file:line:column: what", [this] {
            return run_knowledge_check(knowledge_folder_, output());
        })->add_option("--folder,folder", knowledge_folder_, "the folder (default: knowledge)");
        add(*knowledge, "list", "conditions, rules, sources and claims",
            [this] { return run_knowledge_list(output()); });
        add(*knowledge, "show", "one of them in full",
            [this] { return run_knowledge_show(id_, output()); })
            ->add_option("id", id_, "its id")
            ->required();
        add(*knowledge, "claims", "what runners read elsewhere, and what we hold of it", [this] {
            return run_knowledge_claims(words_, output());
        })->add_option("words", words_, "words to search for (none: every claim)");
    }

    void add_load() {
        CLI::App* load = add(app_, "load", "the load of each tissue, run by run and today", [this] {
            load_.ratios = ratios_ ? WeekRatiosShown::yes : WeekRatiosShown::no;
            return run_load(load_, flags_.data);
        });
        load->add_option("--tissue", load_.tissue, "one of them, left and right, such as tibia");
        load->add_flag("--ratios", ratios_, "the week ratios watches show, with why they mislead");
        add_at(*load);
    }

    void add_runner_commands() {
        add_interview();
        add_import();
        add_quarantine();
        add_runs();
        add_load();
        add_shoes();
        add_check_in();
        add_plan();
        add_episode();
        add_guard();
        add_calendar();
        add_workout();
        add(app_, "sample", "store the sample runner and answer for her",
            [this] { return run_sample(flags_.data); });
    }

    void add_at(CLI::App& command) {
        command.add_option("--at", flags_.data.at, "as of when, such as 2026-03-01T18:00:00+01:00");
    }

    void add_guard() {
        CLI::App* guard =
            add(app_, "guard", "how far today", [this] { return run_guard(flags_.data); });
        add_at(*guard);
        add_flags(*guard, intent_flags(flags_.data.intent));
    }

    void add_calendar() {
        CLI::App* calendar = add(app_, "calendar", "the plan as a calendar to subscribe to",
                                 [this] { return run_calendar(calendar_, flags_.data); });
        calendar->add_option("--out", calendar_.out, "the file (default: standard output)");
        add_choice(*calendar, "--discreet", calendar_.detail, CalendarDetail::discreet,
                   "say only that there is a session");
        add_at(*calendar);
    }

    void add_workout() {
        CLI::App* workout = add(app_, "workout", "a planned session as a file for the watch",
                                [this] { return run_workout(workout_, flags_.data); });
        workout->add_option("session", workout_.which,
                            "its id, today, or a day such as 2026-03-01 (default: today)");
        workout->add_option("--out", workout_.out, "the file, such as run.fit")->required();
        add_choice(*workout, "--force", workout_.existing, Existing::replace,
                   "write over a file that is there");
        add_at(*workout);
    }

    void add_shoes() {
        CLI::App* shoes = add(app_, "shoes", "the pairs you run in: list, add, inspect, retire",
                              [this] { return run_shoes_list(flags_.data); });
        shoes->require_subcommand(0, 1);
        add_at(*shoes);
        add_at(*add(*shoes, "list", "all of them", [this] { return run_shoes_list(flags_.data); }));
        CLI::App& described = add_one_pair(*shoes, "add", "a pair, or describe it anew", shoe_.name,
                                           [this] { return run_shoes_add(shoe_, flags_.data); });
        add_flags(described, shoe_flags(shoe_));
        CLI::App& inspected =
            add_one_pair(*shoes, "inspect", "note what a look at it showed", wear_.name,
                         [this] { return run_shoes_inspect(wear_, flags_.data); });
        inspected.add_option("text", wear_.text, "what it showed")->required();
        inspected.add_option("--on", wear_.on, "the day, such as 2026-03-01 (default: today)");
        for (const auto& [name, what, change] :
             {std::tuple{"retire", "wear it no more", ShoeChange::retire},
              std::tuple{"back", "wear a retired pair again", ShoeChange::take_up}}) {
            add_one_pair(*shoes, name, what, wear_.name, [this, done = change] {
                return run_shoes_change(wear_, done, flags_.data);
            }).add_option("--on", wear_.on, "the day, such as 2026-03-01 (default: today)");
        }
    }

    CLI::App& add_one_pair(CLI::App& shoes, const char* command, const char* what,
                           std::string& name, std::function<int()> action) {
        CLI::App* added = add(shoes, command, what, std::move(action));
        added->add_option("name", name, "the name that your runs give it")->required();
        add_at(*added);
        return *added;
    }

    static void add_flags(CLI::App& command, const std::vector<Flag>& flags) {
        for (const Flag& flag : flags) {
            if (flag.each != nullptr) {
                command.add_option(flag.name, *flag.each, flag.what)->allow_extra_args(false);
            } else {
                command.add_option(flag.name, *flag.typed, flag.what);
            }
        }
    }

    void add_check_in() {
        CLI::App* check_in = add(app_, "checkin", "how your legs are this morning",
                                 [this] { return run_check_in(check_in_, flags_.data); });
        add_at(*check_in);
        add_flags(*check_in, check_in_flags(check_in_));
    }

    void add_plan() {
        CLI::App* plan = add(app_, "plan", "today, the next days, and why it changed",
                             [this] { return run_plan(id_, flags_.data); });
        add_at(*plan);
        plan->add_option("--episode", id_, "of one problem (default: all that are open)");
        CLI::App* wishes =
            add(app_, "wishes", "the days, time and equipment you have, and your goal",
                [this] { return run_wishes(wishes_, flags_.data); });
        add_at(*wishes);
        add_flags(*wishes, wishes_flags(wishes_));
        add_choice(*wishes, "--clear", wishes_.before, WishesBefore::cleared,
                   "forget what was wished before");
    }

    void add_episode() {
        CLI::App* episode = add(app_, "episode", "your problems: list, end, reopen, seen",
                                [this] { return run_episode_list(flags_.data); });
        episode->require_subcommand(0, 1);
        add_at(*episode);
        add_at(*add(*episode, "list", "open and ended ones",
                    [this] { return run_episode_list(flags_.data); }));
        CLI::App* end = add(*episode, "end", "it is over; 'reopen' takes this back",
                            [this] { return run_episode_end(ending_, flags_.data); });
        add_at(*end);
        end->add_option("id", ending_.episode, "which problem")->required();
        end->add_option("--on", ending_.on, "the day, such as 2026-03-01 (default: today)");
        add_choice(*end, "--yes", ending_.consent, Consent::given, "do not ask");
        CLI::App* reopen = add(*episode, "reopen", "an ended problem is back, or never was over",
                               [this] { return run_episode_reopen(id_, flags_.data); });
        add_at(*reopen);
        reopen->add_option("id", id_, "which problem")->required();
        CLI::App* seen = add(*episode, "seen", "a visit: who saw it, what was found and cleared",
                             [this] { return run_episode_seen(visit_, flags_.data); });
        add_at(*seen);
        seen->add_option("id", visit_.episode, "which problem")->required();
        add_flags(*seen, visit_flags(visit_));
    }

    void add_import() {
        CLI::App* import = add(app_, "import", "add runs from files, folders, zips and takeouts",
                               [this] { return run_import(paths_, import_, flags_.data); });
        import->add_option("paths", paths_, "files, folders or archives")->required();
        add_choice(*import, "--dry-run", import_.dry_run, DryRun::yes,
                   "do everything, keep nothing");
        add_choice(*import, "--all", import_.lines, FileLines::all, "a line for every file");
        add_choice(*import, "--events", import_.progress, ProgressStyle::events,
                   "progress as JSON, one object a line, on standard error");
        import->add_option("--workers", import_.workers, "threads that read (default: each core)")
            ->check(CLI::Range(1, 256));
        import
            ->add_option("--unnamed-as", import_.unnamed_sport,
                         "the sport of files that name none: running")
            ->check(CLI::IsMember({"running"}));
        CLI::App* watch = add(app_, "watch", "import what is new in a folder, again and again",
                              [this] { return run_watch(paths_, watch_, flags_.data); });
        watch->add_option("folders", paths_, "folders; a watch may be plugged in later")
            ->required();
        watch->add_option("--every", watch_.every_seconds, "seconds between looks (default: 10)")
            ->check(CLI::Range(1.0, 86'400.0));
        watch->add_flag("--once", watch_.once, "look once and end");
        watch
            ->add_option("--unnamed-as", watch_.unnamed_sport,
                         "the sport of files that name none: running")
            ->check(CLI::IsMember({"running"}));
    }

    void add_quarantine() {
        CLI::App* quarantine = add(app_, "quarantine", "files that could not be read",
                                   [this] { return run_quarantine_list(flags_.data); });
        quarantine->require_subcommand(0, 1);
        add(*quarantine, "list", "what was set aside, and why",
            [this] { return run_quarantine_list(flags_.data); });
        add(*quarantine, "retry", "try all of them again",
            [this] { return run_quarantine_retry(flags_.data); });
        add(*quarantine, "forget", "drop one of them",
            [this] { return run_quarantine_forget(id_, flags_.data); })
            ->add_option("key", id_, "the beginning of its key")
            ->required();
    }

    void add_runs() {
        CLI::App* runs = add(app_, "runs", "the stored runs: list, add, correct, hide",
                             [this] { return run_runs_list(flags_.data); });
        runs->require_subcommand(0, 1);
        add(*runs, "list", "all of them", [this] { return run_runs_list(flags_.data); });
        add_one_run(*runs, "show", "one of them, with its recordings",
                    [this] { return run_runs_show(id_, flags_.data); });
        CLI::App* typed = add(*runs, "add", "a run without a file",
                              [this] { return run_runs_add(typed_, flags_.data); });
        add_flags(*typed, run_flags(typed_));
        typed->add_option("--kind", typed_.sub_sport, "treadmill, trail, track, street")
            ->check(CLI::IsMember({"treadmill", "trail", "track", "street"}));
        typed->add_option("--sport", typed_.sport, "of a session that is no run, such as tennis");
        typed->add_option(
            "--exercise", typed_.exercises,
            "sets x repetitions, such as EX-52:3x8 or EX-52:3x8:left; again for more");
        add_flags(add_one_run(*runs, "correct", "change what a run says",
                              [this] { return run_runs_correct(id_, typed_, flags_.data); }),
                  run_flags(typed_));
        for (const auto& [name, what, change] :
             {std::tuple{"uncorrect", "take all corrections of a run back",
                         RunChange::drop_corrections},
              std::tuple{"hide", "leave a run out of everything; it stays stored", RunChange::hide},
              std::tuple{"unhide", "bring a hidden run back", RunChange::bring_back},
              std::tuple{"part", "undo a merge: make a recording a run of its own",
                         RunChange::part},
              std::tuple{"rejoin", "take 'part' back", RunChange::rejoin}}) {
            add_one_run(*runs, name, what,
                        [this, done = change] { return run_runs_change(id_, done, flags_.data); });
        }
    }

    CLI::App& add_one_run(CLI::App& runs, const char* name, const char* what,
                          std::function<int()> action) {
        CLI::App* command = add(runs, name, what, std::move(action));
        command->add_option("id", id_, "the beginning of its id")->required();
        return *command;
    }

    /// A flag that chooses one value of an enumeration.
    template <class E>
    static void add_choice(CLI::App& command, const char* name, E& target, E chosen,
                           const char* what) {
        command.add_flag_callback(name, [&target, chosen] { target = chosen; }, what);
    }

    void add_interview() {
        CLI::App* interview =
            add(app_, "interview", "asks in the terminal, stores the answers", [this] {
                return run_interview(flags_.data,
                                     new_episode_ ? InterviewStart::anew : InterviewStart::resume);
            });
        interview->add_flag("--new", new_episode_, "begin another problem");
        interview->add_option("--at", flags_.data.at,
                              "as of when, such as 2026-03-01T18:00:00+01:00");
    }

    CLI::App app_;
    Flags flags_;
    bool bless_ = false;
    bool new_episode_ = false;
    LoadRequest load_;
    bool ratios_ = false;
    ImportRequest import_;
    WatchRequest watch_;
    TypedRun typed_;
    TypedShoe shoe_;
    TypedWear wear_;
    TypedCheckIn check_in_;
    CalendarRequest calendar_;
    WorkoutRequest workout_;
    TypedWishes wishes_;
    TypedEnding ending_;
    TypedVisit visit_;
    std::vector<std::string> paths_;
    std::string csv_;
    std::string file_;
    std::string folder_ = "tests/golden";
    std::string knowledge_folder_ = "knowledge";
    std::string id_;
    std::vector<std::string> words_;
    std::vector<std::pair<CLI::App*, std::function<int()>>> actions_;
};

}  // namespace

int main(int argc, char** argv) {
    footsure::app::keep_memory();
    try {
        return Program().run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "footsure: %s\n", error.what());
        return kFailure;
    }
}
