// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

[[noreturn]] void become(char** command, const char* output) {
    const int file = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || dup2(file, STDOUT_FILENO) < 0) {
        std::perror(output);
        std::_Exit(126);
    }
    execvp(command[0], command);
    std::perror(command[0]);
    std::_Exit(127);
}

}  // namespace

/// Runs a command with its output in a file, and prints what the whole process cost: seconds,
/// seconds of all its threads, peak memory in KiB, exit code.
int main(int count, char** arguments) {
    if (count < 3) {
        std::fprintf(stderr, "usage: %s OUTPUT COMMAND…\n", arguments[0]);
        return 2;
    }
    const auto begun = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        become(arguments + 2, arguments[1]);
    }
    int status = 0;
    rusage used{};
    if (child < 0 || wait4(child, &status, 0, &used) != child) {
        std::perror("wait");
        return 1;
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begun;
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    std::printf("%.6f %.6f %ld %d\n", wall.count(), seconds(used.ru_utime) + seconds(used.ru_stime),
                used.ru_maxrss, code);
    return code == 127 ? 1 : 0;
}
