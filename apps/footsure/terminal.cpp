// SPDX-License-Identifier: Apache-2.0
#include "footsure/terminal.hpp"

#include "footsure/interview_voice.hpp"

#include <unistd.h>

#include <iostream>

namespace footsure::app {

bool is_a_dialog() {
    return isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
}

bool confirmed(const std::string& sentence) {
    const InterviewVoice voice(std::cin, std::cout);
    voice.say("", sentence);
    const auto line = voice.hear_line("yes or no> ");
    const auto text = trimmed(line.text);
    return line.end != LineEnd::no_more && (text == "yes" || text == "y");
}

}  // namespace footsure::app
