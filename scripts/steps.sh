# shellcheck shell=bash
# The steps that ./jianhu is made of. Sourced, never run; `root` is set by the caller.

: "${root:?steps.sh is sourced by a script that knows the root folder}"

build_folder="$root/.build"
program="$build_folder/debug/jianhu"
# Touched when a build begins and kept when it succeeds: a source newer than this needs a build.
program_stamp="$build_folder/jianhu-program.stamp"
python_folder="$build_folder/python"
swift_oldest="6.2"

# One line on stderr with the seconds since the script began.
say() {
    printf 'jianhu [%4d s] %s\n' "$SECONDS" "$*" >&2
}

# One sentence on stderr (what, where, remedy), then the end.
die() {
    printf 'jianhu: %s\n' "$*" >&2
    exit 1
}

check_toolchain() {
    local remedy="install Swift $swift_oldest or newer from https://www.swift.org/install/ and put it on the PATH"
    command -v swift >/dev/null || die "there is no Swift toolchain on this machine; $remedy."
    local answer
    answer=$(swift --version 2>/dev/null || true)
    [[ $answer =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]] ||
        die "the command 'swift --version' gave no version; $remedy."
    local found="${BASH_REMATCH[1]}.${BASH_REMATCH[2]}"
    if ((BASH_REMATCH[1] * 1000 + BASH_REMATCH[2] < ${swift_oldest%.*} * 1000 + ${swift_oldest#*.})); then
        die "Swift $found is too old for this program; $remedy."
    fi
    say "Swift $found is here"
}

# Prints the Debian names of the packages without which nothing can be built.
missing_packages() {
    command -v pkg-config >/dev/null || echo pkg-config
    pkg-config --exists sqlite3 2>/dev/null || echo libsqlite3-dev
    pkg-config --exists libcrypto 2>/dev/null || echo libssl-dev
    pkg-config --exists libqrencode 2>/dev/null || echo libqrencode-dev
    pkg-config --exists zlib 2>/dev/null || echo zlib1g-dev
}

check_packages() {
    local -a missing
    mapfile -t missing < <(missing_packages)
    if ((${#missing[@]} > 0)); then
        install_packages "${missing[@]}" ||
            die "these system packages are missing: ${missing[*]}; install them (names as in Debian) and start again."
        mapfile -t missing < <(missing_packages)
        ((${#missing[@]} == 0)) ||
            die "pkg-config still cannot find ${missing[*]} after their installation; see $build_folder/apt.log."
    fi
    say "system packages are complete"
}

# Installs Debian packages, through sudo only when we are not root; says why when it cannot.
install_packages() {
    local -a as_root=()
    if ! command -v apt-get >/dev/null; then
        return 1
    fi
    if ((EUID != 0)); then
        command -v sudo >/dev/null || return 1
        as_root=(sudo)
        # Without a terminal nobody can type a password: fail at once instead of waiting.
        [[ -t 0 ]] || as_root+=(-n)
    fi
    say "installing system packages: $*"
    mkdir -p "$build_folder"
    {
        "${as_root[@]}" apt-get update &&
            "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
                apt-get install -y --no-install-recommends "$@"
    } >"$build_folder/apt.log" 2>&1
}

# A Python environment of our own, for the asset fetch and the browser checks.
prepare_python() {
    [[ -x "$python_folder/bin/pip" ]] && return 0
    if ! python3 -c 'import venv, ensurepip' 2>/dev/null; then
        install_packages python3 python3-venv || return 1
    fi
    rm -rf "$python_folder"
    python3 -m venv "$python_folder" >/dev/null 2>&1
}

# Charts need one pinned library. Without it every page still works and shows its tables.
fetch_assets() {
    local list="$root/share/assets/vendor.json"
    local folder="$root/share/assets/vendor"
    local failed="$build_folder/assets-failed.stamp"
    cmp -s "$list" "$folder/vendor.json" && return 0
    # A machine without network shall not wait for it at every start.
    if [[ -n $(find "$failed" -mmin -60 2>/dev/null) ]]; then
        say "web assets are missing; the next try is in an hour, pages show tables instead of charts"
        return 0
    fi
    say "fetching pinned web assets"
    mkdir -p "$build_folder"
    if prepare_python && "$python_folder/bin/python" "$root/scripts/fetch_assets.py" "$list" "$folder" >&2; then
        rm -f "$failed"
    else
        touch "$failed"
        say "web assets could not be fetched from PyPI; pages will show tables instead of charts"
    fi
}

# True when the program is missing or any source is newer than its last build.
program_is_stale() {
    [[ -x $program && -e $program_stamp ]] || return 0
    [[ -n $(find "$root/Sources" "$root/Package.swift" -newer "$program_stamp" -print -quit) ]]
}

build_program() {
    say "building the program (the first time takes some minutes)"
    build_with_stamp --product jianhu
    say "the program is built"
}

build_tests() {
    say "building the program and its tests (the first time takes some minutes)"
    build_with_stamp --build-tests
    say "the program and its tests are built"
}

# One configuration for everything (docs/decisions/0002): what demo has built, test need not build again.
build_with_stamp() {
    mkdir -p "$build_folder"
    touch "$program_stamp.new"
    run_build "$@" || die "the build failed; the compiler's messages are above."
    mv "$program_stamp.new" "$program_stamp"
}

# A terminal gets the build tool's own moving line, a log gets a thinned one.
# A build never reads stdin: that belongs to the program.
#
# A build machine builds once: compiling each room as a whole takes a quarter less than file by file, and nothing is
# built again after a change (docs/decisions/0149). A person's tree is built file by file.
run_build() {
    local whole=()
    [[ -z ${CI:-} ]] || whole=(-Xswiftc -whole-module-optimization -Xswiftc -num-threads -Xswiftc 2)
    if [[ -t 2 ]]; then
        swift build --package-path "$root" "${whole[@]}" "$@" </dev/null >&2
    else
        swift build --package-path "$root" "${whole[@]}" "$@" </dev/null 2>&1 | thin_progress >&2
    fi
}

# Lets one progress line pass in ten seconds, and everything that is not progress at once.
thin_progress() {
    local line shown=-10
    while IFS= read -r line; do
        if [[ $line =~ ^\[[0-9]+/[0-9]+\] ]]; then
            ((SECONDS - shown >= 10)) || continue
            shown=$SECONDS
        fi
        printf '%s\n' "$line"
    done
}

# Templates, labels, rules and assets beside the program, as in a release.
assemble_share() {
    "$root/scripts/assemble-share.sh" "$build_folder/debug/share"
}
