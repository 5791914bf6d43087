#!/usr/bin/env bash
# Counts how often a commit asks the disk for durability: runs the benchmark `commit` twice under strace and divides
# what more transactions cost in fdatasync and fsync by their number. Opening, migrating and closing cancel out.
#
#   scripts/count-syncs.sh [PROGRAM]     default: the release build of jianhu-bench, else the debug build
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=${1:-}
for built in "$root/.build/release/jianhu-bench" "$root/.build/debug/jianhu-bench"; do
    [[ -z $program && -x $built ]] && program=$built
done
[[ -x $program ]] || {
    echo "jianhu-bench is not built; build it with: swift build -c release --product jianhu-bench" >&2
    exit 1
}
command -v strace >/dev/null || {
    echo "strace is missing; install it, on Debian with: apt-get install strace" >&2
    exit 1
}

trace=$(mktemp)
trap 'rm -f "$trace"' EXIT

# Prints how many fdatasync and fsync calls a run with $1 transactions makes.
syncs() {
    strace -f -qq -e trace=fdatasync,fsync -e signal=none -o "$trace" "$program" commit --rounds "$1" >/dev/null
    # The yardstick of the same run commits into a file of its own; its calls are as many in both runs but for the
    # transactions themselves, one each, which is taken off again.
    grep -cE '(fdatasync|fsync)\(' "$trace"
}

few=200
many=600
with_few=$(syncs "$few")
with_many=$(syncs "$many")
more=$((many - few))
awk -v calls=$((with_many - with_few)) -v commits="$more" 'BEGIN {
    printf "{\"commits\":%d,\"syncs\":%d,\"yardstick_syncs\":%d,\"syncs_per_commit\":%.3f}\n",
        commits, calls, commits, (calls - commits) / commits
}'
