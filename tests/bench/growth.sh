#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Prints what adding one run costs with 200 and with 20,000 runs in the store.
# Usage: tests/bench/growth.sh [RELEASE_BUILD_FOLDER]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

build=${1:-build/release}
folder=$(mktemp -d "${TMPDIR:-/tmp}/footsure-growth.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cmake --build "$build" --target bench_growth >/dev/null
"$build/tests/bench/bench_growth" "$folder"
