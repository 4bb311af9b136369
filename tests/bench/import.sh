#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes an invented Garmin takeout of 21,000 files and a Strava takeout of 3,000, imports each
# twice, and prints what that cost beside what each stage costs alone.
# Usage: tests/bench/import.sh [RELEASE_BUILD_FOLDER]; FILES (21000), ROUNDS (2).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly build=${1:-build/release}
readonly files=${FILES:-21000}
readonly rounds=${ROUNDS:-2}
readonly bench=$build/tests/bench
readonly most_mib=256

folder=$(mktemp -d "${TMPDIR:-/tmp}/footsure-import.XXXXXX")
trap 'rm -rf "$folder"' EXIT

say() { printf '%s\n' "$*"; }

# Imports into a data folder: seconds, seconds of all threads, KiB, exit code.
import_once() {
    "$bench/bench_measure" "$folder/report.json" "$build/footsure" import --data "$1" --json "$2" \
        2>"$folder/import.err"
}

# What became of the files, by the counts of the report.
outcomes() {
    sed -nE '/^  "(found|imported|duplicates|merged|updated)": [0-9]/{s/^ *"|[":,]//g;s/  */ /g;p}' \
        "$folder/report.json" | paste -sd, - | sed 's/,/, /g'
}

show() {
    local name=$1 figures=$2 count=$3 packed=$4 unpacked=$5 stages=$6
    printf '%s\n' "$figures" | awk -v name="$name" -v count="$count" -v packed="$packed" \
        -v unpacked="$unpacked" -v stages="$stages" -v cores="$(nproc)" -v most="$most_mib" '{
        bound = stages / cores
        printf "%-14s %7.2f s wall, %7.2f s cpu, %6.0f files/s, %6.1f MB/s packed, ", name, $1, $2,
            count / $1, packed / 1e6 / $1
        printf "%6.1f unpacked, peak %.0f MiB%s, exit %d\n", unpacked / 1e6 / $1, $3 / 1024,
            $3 / 1024 < most ? "" : " (TOO MUCH)", $4
        printf "%-14s inflating and decoding alone on %d cores: %.2f s; the import took %.2f times that ",
            "", cores, bound, $1 / bound
        printf "(%.2f times its cpu time)\n", $2 / stages
    }'
}

# Makes one kind of takeout and imports it.
try_kind() {
    local kind=$1 wanted=$2 made path packed unpacked count stages round
    path=$folder/$kind.zip
    made=$("$bench/bench_make_takeout" "$kind" "$path" "$wanted")
    packed=$(stat -c %s "$path")
    count=${made%% files*}
    unpacked=$(sed -E 's/.* ([0-9]+) bytes.*/\1/' <<<"$made")
    say "-- $kind takeout: $made, $packed packed"
    "$bench/bench_stages" "$path" >"$folder/stages.txt"
    grep -v '^inflating+decoding' "$folder/stages.txt"
    stages=$(sed -n 's/^inflating+decoding //p' "$folder/stages.txt")
    for ((round = 1; round <= rounds; ++round)); do
        rm -rf "$folder/data"
        show "import" "$(import_once "$folder/data" "$path")" "$count" "$packed" "$unpacked" "$stages"
    done
    say "               $(outcomes)"
    show "again" "$(import_once "$folder/data" "$path")" "$count" "$packed" "$unpacked" "$stages"
    say "               $(outcomes)"
    say "               store of $(du -sm "$folder/data" | cut -f1) MiB"
    rm -rf "$folder/data" "$path"
}

cmake --build "$build" --target footsure bench_measure bench_make_takeout bench_stages >/dev/null
try_kind garmin "$files"
try_kind strava $((files / 7))
