#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Decodes the same FIT files with footsure and with its peers, whole process each, in rounds in
# turn, and prints MB a second. The peers are installed into build/bench-peers (npm) and from
# Debian (gpsbabel); what cannot be had is left out and said.
# Usage: tests/bench/peers.sh [RELEASE_BUILD_FOLDER]; ROUNDS (7), FOOTSURE_SHARED as the tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly fitsdk='@garmin/fitsdk@21.217.0'
readonly parser='fit-file-parser@6.1.2'
readonly plain_run=fit/coros-apexpro-trail-10k.fit # 55 minutes, a record each second
readonly build=${1:-build/release}
readonly rounds=${ROUNDS:-7}
readonly ours_a_round=5 # ours is short: more runs of it steady the median
readonly peers=build/bench-peers
readonly shared=${FOOTSURE_SHARED:-../shared}
readonly activities=$shared/data/activities
readonly bench=$build/tests/bench

say() { printf '%s\n' "$*"; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo -n "$@"
    else
        return 1
    fi
}

install_peers() {
    mkdir -p "$peers"
    if command -v npm >/dev/null && command -v node >/dev/null; then
        [ -f "$peers/package.json" ] || printf '{"private": true}\n' >"$peers/package.json"
        npm --prefix "$peers" install --no-audit --no-fund --save-exact "$fitsdk" "$parser" \
            >"$peers/npm.log" 2>&1 || say "npm could not install: $(tail -n 1 "$peers/npm.log")"
        cp tests/bench/peers/*.mjs "$peers"/
    else
        say "left out: the npm peers, there is no npm"
    fi
    if ! command -v gpsbabel >/dev/null; then
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
            install gpsbabel >"$peers/apt.log" 2>&1 </dev/null || true
    fi
    command -v gpsbabel >/dev/null || say "left out: gpsbabel cannot be installed here"
}

# The command of a program over the files in `files`, into `command`.
command_of() {
    local file
    case "$1" in
    footsure) command=("$build/footsure" decode --json "${files[@]}") ;;
    @garmin/fitsdk) command=(node "$peers/garmin_fitsdk.mjs" "${files[@]}") ;;
    fit-file-parser) command=(node "$peers/fit_file_parser.mjs" "${files[@]}") ;;
    gpsbabel)
        command=(gpsbabel -i garmin_fit)
        for file in "${files[@]}"; do
            command+=(-f "$file")
        done
        ;;
    esac
}

can_run() {
    case "$1" in
    footsure) true ;;
    gpsbabel) command -v gpsbabel >/dev/null ;;
    *) [ -d "$peers/node_modules/$1" ] ;;
    esac
}

# Runs each in turn; one line a run: name, seconds, seconds of all threads, KiB, exit code.
race() {
    local figures=$1 name repeat round command
    : >"$figures"
    for ((round = 0; round <= rounds; ++round)); do
        for name in footsure @garmin/fitsdk fit-file-parser gpsbabel; do
            can_run "$name" || continue
            command_of "$name"
            repeat=1
            [ "$name" != footsure ] || repeat=$ours_a_round
            for (( ; repeat > 0; --repeat)); do
                printf '%s %s %s\n' "$round" "$name" \
                    "$("$bench/bench_measure" "$peers/${name##*/}.out" "${command[@]}" \
                        2>"$peers/${name##*/}.err")" >>"$figures"
            done
        done
    done
    sed -i '/^0 /d' "$figures" # the first round warms the page cache
}

# Medians from `race`, as a table; the limit is `CRC-seconds copy-seconds both-seconds`.
table() {
    local figures=$1 bytes=$2 limit=$3
    sort -k2,2 -k3,3n "$figures" | awk -v bytes="$bytes" -v limit="$limit" '
        { name = $2; n[name]++; wall[name, n[name]] = $3; cpu[name] += $4
          if ($5 > peak[name]) peak[name] = $5
          if ($6 != 0) bad[name] = $6 }
        function median(name) {
            half = n[name] / 2
            return half == int(half) ? (wall[name, half] + wall[name, half + 1]) / 2 \
                                     : wall[name, int(half) + 1]
        }
        function mean_cpu(name) { return cpu[name] / n[name] }
        function rate(seconds) { return bytes / 1e6 / seconds }
        function row(name) {
            if (!(name in n)) return
            peer = ("@garmin/fitsdk" in n) ? median("@garmin/fitsdk") / median(name) : 0
            best = ("@garmin/fitsdk" in n) ? wall["@garmin/fitsdk", 1] / wall[name, 1] : 0
            work = ("@garmin/fitsdk" in n) ? mean_cpu("@garmin/fitsdk") / mean_cpu(name) : 0
            printf "%-16s %8.1f %8.1f %8.1f  %9.1f %8.1f %8.1f  %8.1f %8.1f  %7.0f%s\n", name,
                rate(median(name)), rate(wall[name, n[name]]), rate(wall[name, 1]),
                median(name) * 1000, peer, best, rate(mean_cpu(name)), work, peak[name] / 1024,
                (name in bad) ? "  exit " bad[name] : ""
        }
        END {
            printf "%-16s %8s %8s %8s  %9s %8s %8s  %8s %8s  %7s\n", "", "MB/s", "min", "max",
                "ms median", "x fitsdk", "x best", "MB/cpu s", "x fitsdk", "MiB"
            row("footsure"); row("@garmin/fitsdk"); row("fit-file-parser"); row("gpsbabel")
            split(limit, l, " ")
            printf "limit of this core: %.0f MB/s check sum, %.0f copy, %.0f both; of that ours " \
                "reaches %.1f %%, by its cpu time %.1f %%\n", rate(l[1]), rate(l[2]), rate(l[3]),
                100 * l[3] / median("footsure"), 100 * l[3] / mean_cpu("footsure")
        }'
}

bytes_of() { cat "${files[@]}" | wc -c; }

compete() {
    local figures=$peers/figures.txt
    race "$figures"
    table "$figures" "$(bytes_of)" "$("$bench/bench_limit" "${files[@]}")"
}

main() {
    cmake --build "$build" --target footsure bench_measure bench_limit bench_expected >/dev/null
    install_peers
    if [ ! -f "$activities/expected.json" ]; then
        say "skipped: no shared data"
        return
    fi
    local files
    mapfile -t files < <("$bench/bench_expected" list "$activities")
    say "-- ${#files[@]} valid FIT files, $(bytes_of) bytes; $rounds rounds, whole process, one core of $(nproc)"
    compete
    local verdict code=0
    verdict=$("$bench/bench_expected" compare "$activities" "$peers/footsure.out") || code=1
    say "what footsure printed in its last timed run, against expected.json: $verdict"
    files=("$activities/$plain_run")
    say "-- one run of about an hour: $plain_run, $(bytes_of) bytes"
    compete
    mapfile -t files < <(yes "${files[0]}" | head -n 50)
    say "-- the same run 50 times in one process, so that starting hardly counts"
    compete
    return "$code"
}

main
