#!/usr/bin/env bash
# Assembles the share folder that the program reads: rules and assets from share/, templates and labels
# from Sources/*/Pages. Does nothing when the folder is newer than all of them.
#
#   scripts/assemble-share.sh FOLDER
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
target=${1:?usage: scripts/assemble-share.sh FOLDER}
stamp="$target/.assembled"
mkdir -p "$(dirname "$target")"

shopt -s nullglob
pages=("$root"/Sources/*/Pages)

is_fresh() {
    # Folders count as well: a deleted file leaves no trace but its folder's date.
    [[ -e $stamp && -z $(find "$root/share" "${pages[@]}" -newer "$stamp" -print -quit) ]]
}

is_fresh && exit 0

# Two commands started at once must not assemble into each other.
exec 9>"$target.lock"
flock 9
is_fresh && exit 0

new="$target.new"
rm -rf "$new"
mkdir -p "$new/pages"
touch "$new/.assembled"
cp -R "$root/share/." "$new/"
for folder in "${pages[@]}"; do
    room=$(basename "$(dirname "$folder")")
    files=("$folder"/*.mustache "$folder"/*.labels.json)
    if ((${#files[@]} > 0)); then
        mkdir -p "$new/pages/$room"
        cp "${files[@]}" "$new/pages/$room/"
    fi
done
rm -rf "$target"
mv "$new" "$target"
