#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Writes workouts and has the official FIT SDK read them: every field of every step must be as
# written. The SDK is installed into build/peers (npm); without it this is skipped, and said.
# Usage: tests/peers/workouts.sh [BUILD_FOLDER]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly fitsdk='@garmin/fitsdk@21.217.0'
readonly build=${1:-build/release}
readonly peers=build/peers

say() { printf '%s\n' "$*"; }

install_sdk() {
    command -v npm >/dev/null && command -v node >/dev/null || return 1
    mkdir -p "$peers"
    [ -f "$peers/package.json" ] || printf '{"private": true}\n' >"$peers/package.json"
    npm --prefix "$peers" install --no-audit --no-fund --save-exact "$fitsdk" \
        >"$peers/npm.log" 2>&1
}

main() {
    if ! install_sdk; then
        say "skipped: no node, or $fitsdk cannot be installed"
        return
    fi
    cmake --build "$build" --target peer_workouts >/dev/null
    rm -rf "$peers/workouts"
    mkdir -p "$peers/workouts"
    "$build/tests/peers/peer_workouts" "$peers/workouts"
    cp tests/peers/workouts.mjs "$peers"/
    node "$peers/workouts.mjs" "$peers"/workouts/*.fit
}

main
