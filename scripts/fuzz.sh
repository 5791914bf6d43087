# shellcheck shell=bash
# Builds the fuzz targets of Fuzz/ and runs each for a number of seconds. Sourced by ./jianhu fuzz and ./jianhu test.
#
# libFuzzer and the address sanitizer come with the toolchain. The targets are files Fuzz/NAME.swift; they are compiled
# together with the sources of the kit they attack, because instrumentation must reach into them, into one program that
# has a name for each target. The corpus stays in the build folder and grows from run to run; Fuzz/Seeds.swift makes
# its first entries.

: "${root:?fuzz.sh is sourced by a script that knows the root folder}"
: "${build_folder:?fuzz.sh needs steps.sh before it}"

fuzz_folder="$build_folder/fuzz"
fuzz_targets=(ScannerFuzz TokensFuzz EncryptionFuzz)

# Runs all targets at the same time for so many seconds; fails when one of them finds something.
fuzz_all() {
    local seconds=$1 target run status=0 runs=()
    mkdir -p "$fuzz_folder"
    build_fuzz_targets || return 1
    for target in "${fuzz_targets[@]}"; do
        fuzz_one "$target" "$seconds" &
        runs+=($!)
    done
    for run in "${runs[@]}"; do
        wait "$run" || status=1
    done
    return "$status"
}

# Whether the toolchain can build a fuzz target at all.
fuzzing_works() {
    local probe="$fuzz_folder/probe.swift"
    mkdir -p "$fuzz_folder"
    printf '%s\n' '@_cdecl("LLVMFuzzerTestOneInput")' \
        'public func probe(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt { 0 }' >"$probe"
    swiftc -sanitize=fuzzer,address -parse-as-library "$probe" -o "$fuzz_folder/probe" >/dev/null 2>&1
}

build_fuzz_targets() {
    local sources target program="$fuzz_folder/program" log="$fuzz_folder/build.log"
    if [[ ! -x $program || -n $(find "$root/Sources/HJ212" "$root/Fuzz" -newer "$program" -name '*.swift') ]]; then
        say "building the fuzz targets"
        mapfile -t sources < <(find "$root/Sources/HJ212" "$root/Fuzz" -name '*.swift' | sort)
        if ! swiftc -O -swift-version 6 -module-name Fuzz -sanitize=fuzzer,address -parse-as-library \
            "${sources[@]}" -o "$program" >"$log" 2>&1; then
            say "FAILED: the fuzz targets do not compile, see $log"
            grep -m5 'error:' "$log" >&2 || true
            return 1
        fi
    fi
    for target in "${fuzz_targets[@]}"; do
        ln -f "$program" "$fuzz_folder/$target"
    done
}

fuzz_one() {
    local target=$1 seconds=$2 log="$fuzz_folder/$1.log" corpus="$fuzz_folder/corpus-$1" runs
    mkdir -p "$corpus"
    # One of each seed frame in a row, as Fuzz/Seeds.swift reads an input.
    printf '\x84\0\x85\0\x80\0\x81\0\x82\0\x83\0' >"$corpus/each-seed"
    printf 'DataTime=20261123130000;a21026-Avg=35.2,a21026-Flag=N;i11001-Info=//a;b//' >"$corpus/area"
    # Swift's own backtrace would read memory that the sanitizer then complains about.
    if ! (cd "$fuzz_folder" && SWIFT_BACKTRACE=enable=no "./$target" -max_total_time="$seconds" -max_len=1500 \
        -len_control=0 -timeout=5 -rss_limit_mb=1024 -print_final_stats=1 \
        -artifact_prefix="found-$target-" "$corpus" </dev/null >"$log" 2>&1); then
        say "FAILED: fuzz target $target found something; the end of $log:"
        grep -vE '^(#[0-9]+|NEW_FUNC)' "$log" | tail -15 >&2
        return 1
    fi
    runs=$(sed -nE 's/^stat::number_of_executed_units: *//p' "$log")
    say "fuzz target $target: ${runs:-no} inputs in $seconds s, nothing found"
}
