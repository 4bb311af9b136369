#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Prints how many instructions one decode of the sample file and one advice cost. The figures do
# not depend on how busy the machine is; compare them before and after a change.
# Needs valgrind. An argument names another release build folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

build=${1:-build/release}
cmake --build "$build" --target footsure_once >/dev/null
out=$(mktemp)
trap 'rm -f "$out"' EXIT

count() {
    valgrind --tool=callgrind --collect-atstart=no --toggle-collect="$2" \
        --callgrind-out-file="$out" "$build/tests/bench/footsure_once" >/dev/null 2>&1
    printf '%-8s %15s instructions\n' "$1" "$(sed -n 's/^summary: //p' "$out")"
}

count decode 'footsure::decode::decode(*'
count advise 'footsure::advice::advise(*'
