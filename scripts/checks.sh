# shellcheck shell=bash
# Runs every check on a built tree: format, Swift tests, pages in a browser. Sourced by ./jianhu test.
#
# Options (for instance --filter "SUP-03") go to `swift test`, and then only the Swift tests run.
# The last line counts what the runners themselves reported; a part that cannot run says so aloud.

: "${root:?checks.sh is sourced by a script that knows the root folder}"
: "${build_folder:?checks.sh needs steps.sh before it}" "${python_folder:?}"

results="$build_folder/test-results"
headless_shell=chromium-headless-shell
passed=0
failed=0
skipped=0

run_all_checks() {
    rm -rf "$results"
    mkdir -p "$results"
    if (($# > 0)); then
        run_swift_tests chosen "$@"
        say "SKIPPED: format, fuzz and browser checks, because options for 'swift test' were given"
        count 0 0 3
    else
        run_parts
    fi
    say "logs and pictures are in $results"
    echo "$passed passed, $failed failed, $skipped skipped"
    ((failed == 0))
}

# What waits for pages and what computes run beside each other (docs/decisions/0105).
run_parts() {
    local part
    local -A running=()
    for part in run_browser_checks run_every_swift_test check_format_and_parsers; do
        run_part "$part" &
        running[$part]=$!
    done
    local ok bad left_out
    for part in "${!running[@]}"; do
        wait "${running[$part]}" || true
        if read -r ok bad left_out <"$results/$part.counts"; then
            count "$ok" "$bad" "$left_out"
        else
            say "FAILED: $part ended before it could count"
            count 0 1 0
        fi
    done
}

# One part, in a shell of its own; leaves its counts in a file.
run_part() {
    : >"$results/$1.counts"
    "$1"
    echo "$passed $failed $skipped" >"$results/$1.counts"
}

# One run for all: two of them at once now and then find no test to run.
run_every_swift_test() {
    run_swift_tests all
}

check_format_and_parsers() {
    check_format
    run_fuzz_targets
}

count() {
    passed=$((passed + $1))
    failed=$((failed + $2))
    skipped=$((skipped + $3))
}

check_format() {
    if ! swift format --version >/dev/null 2>&1; then
        say "SKIPPED: format check, because this toolchain has no 'swift format'"
        count 0 0 1
        return
    fi
    say "checking the format"
    if (cd "$root" && swift format lint --strict --recursive --parallel Sources Tests Fuzz Package.swift); then
        count 1 0 0
    else
        say "FAILED: format check; 'swift format --in-place FILE' mends most of it"
        count 0 1 0
    fi
}

# Runs the Swift tests that the options choose; the first argument names their log and report.
run_swift_tests() {
    local name=$1 report="$results/swift-$1.xml" log="$results/swift-$1.log" status=0 more=() hidden
    shift
    say "running the Swift tests ($name)"
    hidden=$(swift test --help-hidden 2>&1) || true
    # All tests at once hold a thousand files and starve those that talk over sockets; some toolchains can limit them.
    local limit=--experimental-maximum-parallelization-width
    [[ $hidden != *"$limit"* ]] || more+=("$limit" 16)
    (cd "$root" &&
        swift test --skip-build --disable-xctest "${more[@]}" --xunit-output "$report" "$@" </dev/null) 2>&1 |
        tee "$log" | only_news || status=$?
    # Some toolchains add a suffix to the name they were given.
    [[ -s $report ]] || report="${report%.xml}-swift-testing.xml"
    local ok bad left_out
    read -r ok bad left_out < <(count_cases "$report")
    if ((bad == 0)) && ((status != 0 || ok == 0)); then
        say "FAILED: the test process ended with status $status and reported no failed test; see $log"
        bad=1
    fi
    count "$ok" "$bad" "$left_out"
}

# Shows failures with what they say, skips, seeds and the sum; the thousand lines of success, and arguments that hold
# line feeds, stay in the log.
only_news() {
    awk '
        /^(✔|◇) Test run/             { print; fflush(); telling = 0; next }
        /^(✔|◇)/                      { telling = 0; next }
        /^(✘|➜)/                      { print; fflush(); telling = 1; next }
        /^(↳|  )/ && telling          { print; fflush(); next }
        /[Ss]kipp(ed|ing)|[Ss]eed /   { print; fflush() }
                                      { telling = 0 }
    '
}

# Prints "passed failed skipped" of an xUnit report, counted by test case; a case may hold several failures.
count_cases() {
    [[ -e $1 ]] || { echo 0 0 0 && return; }
    awk '
        /<testcase /             { cases++; counted = 0 }
        /<failure / && !counted  { failures++; counted = 1 }
        /<skipped/               { skips++ }
        END                      { print cases - failures - skips, failures + 0, skips + 0 }
    ' "$1"
}

# Ten seconds a target: enough to find what a careless change breaks; ./jianhu fuzz looks longer.
run_fuzz_targets() {
    # shellcheck source=scripts/fuzz.sh
    source "$root/scripts/fuzz.sh"
    if ! fuzzing_works; then
        say "SKIPPED: fuzz targets, because this toolchain cannot link -sanitize=fuzzer,address"
        count 0 0 1
    elif fuzz_all 10; then
        count "${#fuzz_targets[@]}" 0 0
    else
        count 0 1 0
    fi
}

run_browser_checks() {
    local reason
    if ! reason=$(prepare_browser); then
        say "SKIPPED: browser checks, because $reason"
        count 0 0 1
        return
    fi
    say "checking the pages in a browser"
    local counts="$results/browser.counts" status=0 ok=0 bad=0 left_out=0
    JIANHU_CHROMIUM=$(find_chromium) "$python_folder/bin/python" "$root/Tests/BrowserTests/run.py" \
        --counts "$counts" --pictures "$results/pictures" </dev/null >&2 || status=$?
    if [[ -s $counts ]]; then
        read -r ok bad left_out <"$counts"
    fi
    if ((status != 0 && bad == 0)); then
        say "FAILED: the browser checks ended with status $status before they could report"
        bad=1
    fi
    count "$ok" "$bad" "$left_out"
}

# Gets Chromium, a Chinese typeface and the Python tools; prints the reason when one of them cannot be had.
#
# The shell without windows draws the same pages for half of the processor time (docs/decisions/0160).
prepare_browser() {
    if ! command -v "$headless_shell" >/dev/null || ! has_chinese_typeface; then
        install_packages "$headless_shell" fonts-noto-cjk fontconfig || true
    fi
    if ! find_chromium >/dev/null || ! has_chinese_typeface; then
        install_packages chromium fonts-noto-cjk fontconfig || true
    fi
    find_chromium >/dev/null || { echo "no Chromium that starts could be found or installed" && return 1; }
    has_chinese_typeface || { echo "no Chinese typeface (fonts-noto-cjk) could be installed" && return 1; }
    prepare_python || { echo "python3 with its venv module is missing" && return 1; }
    local modules="axe_playwright_python, openapi_spec_validator, openpyxl, playwright, schemathesis"
    "$python_folder/bin/python" -c "import $modules" 2>/dev/null && return 0
    say "fetching Playwright, axe and the validators from PyPI"
    "$python_folder/bin/pip" install --quiet --disable-pip-version-check \
        --requirement "$root/Tests/BrowserTests/requirements.txt" >"$results/pip.log" 2>&1 ||
        { echo "the tools of the browser checks could not be fetched from PyPI, see $results/pip.log" && return 1; }
}

has_chinese_typeface() {
    fc-list :lang=zh 2>/dev/null | grep -q .
}

# Prints the first Chromium that really starts: some systems ship a stub of that name.
find_chromium() {
    local name
    for name in "${JIANHU_CHROMIUM:-}" "$headless_shell" chromium chromium-browser google-chrome; do
        if [[ -n $name ]] && command -v "$name" >/dev/null &&
            timeout 20 "$name" --version 2>/dev/null | grep -qE '[0-9]+\.'; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}
