#!/usr/bin/env bash
# Makes the pictures of the README from a running demo, so that they never show what is no longer there.
#
#   scripts/screenshot.sh [PAGE [FILE]]     default: desk docs/images/desk.png
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/steps.sh
source "$root/scripts/steps.sh"
# shellcheck source=scripts/checks.sh
source "$root/scripts/checks.sh"

page=${1:-desk}
file=${2:-$root/docs/images/$page.png}
mkdir -p "$results"
reason=$(prepare_browser) || die "no picture can be taken, because $reason."
JIANHU_CHROMIUM=$(find_chromium) "$python_folder/bin/python" "$root/Tests/BrowserTests/picture.py" "$page" "$file"
say "$file is $(wc -c <"$file") bytes"
