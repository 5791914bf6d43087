#!/usr/bin/env bash
# Shows where the server of the benchmark `ingest` spends its time, with perf: functions with what they call included.
#
#   scripts/profile-ingest.sh [PROGRAM]     default: the release build of jianhu-bench
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=${1:-$root/.build/release/jianhu-bench}
[[ -x $program ]] || {
    echo "jianhu-bench is not built; build it with: swift build -c release --product jianhu-bench" >&2
    exit 1
}
command -v perf >/dev/null || {
    echo "perf is missing; install it, on Debian with: apt-get install linux-perf" >&2
    exit 1
}

record=$(mktemp)
trap 'rm -f "$record"' EXIT
"$program" ingest --runs 1 --seconds 12 >&2 &
server=$!
sleep 6
perf record --quiet -F 400 -g -p "$server" -o "$record" -- sleep 6 2>/dev/null
perf report -i "$record" --children -g none --percent-limit 2 --stdio 2>/dev/null |
    grep -vE '^(#|$)' | swift demangle --simplified | cut -c1-160
wait "$server"
