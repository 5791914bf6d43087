# shellcheck shell=bash
# Builds the fuzz targets of Fuzz/ and runs each for a number of seconds. Sourced by ./jianhu fuzz and ./jianhu test.
#
# libFuzzer and the address sanitizer come with the toolchain. A target is one file Fuzz/NAME.swift; it is compiled
# together with the sources of the kit it attacks, because instrumentation must reach into them. The corpus stays in
# the build folder and grows from run to run; Fuzz/Seeds.swift makes its first entries.

: "${root:?fuzz.sh is sourced by a script that knows the root folder}"
: "${build_folder:?fuzz.sh needs steps.sh before it}"

fuzz_folder="$build_folder/fuzz"
fuzz_targets=(ScannerFuzz TokensFuzz EncryptionFuzz)

# Runs all targets for so many seconds each; fails when one of them finds something.
fuzz_all() {
    local seconds=$1 target status=0
    mkdir -p "$fuzz_folder"
    build_fuzz_targets || return 1
    for target in "${fuzz_targets[@]}"; do
        fuzz_one "$target" "$seconds" || status=1
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
    local sources target log="$fuzz_folder/build.log"
    mapfile -t sources < <(find "$root/Sources/HJ212" -name '*.swift' | sort)
    for target in "${fuzz_targets[@]}"; do
        local made="$fuzz_folder/$target"
        if [[ -x $made && -z $(find "$root/Sources/HJ212" "$root/Fuzz" -newer "$made" -name '*.swift') ]]; then
            continue
        fi
        say "building the fuzz target $target"
        if ! swiftc -O -swift-version 6 -module-name "$target" -sanitize=fuzzer,address -parse-as-library \
            "${sources[@]}" "$root/Fuzz/Seeds.swift" "$root/Fuzz/$target.swift" -o "$made" >"$log" 2>&1; then
            say "FAILED: $target does not compile, see $log"
            grep -m5 'error:' "$log" >&2 || true
            return 1
        fi
    done
}

fuzz_one() {
    local target=$1 seconds=$2 log="$fuzz_folder/$1.log" corpus="$fuzz_folder/corpus-$1" runs
    mkdir -p "$corpus"
    # One of each seed frame in a row, as Fuzz/Seeds.swift reads an input.
    printf '\x80\0\x82\0\x84\0\x83\0\x81\0\x8e\0' >"$corpus/each-seed"
    printf 'DataTime=20261123130000;a21026-Avg=35.2,a21026-Flag=N;i11001-Info=//a;b//' >"$corpus/area"
    if ! (cd "$fuzz_folder" && "./$target" -max_total_time="$seconds" -max_len=4096 -len_control=0 \
        -timeout=5 -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix="found-$target-" "$corpus" </dev/null >"$log" 2>&1); then
        say "FAILED: fuzz target $target found something; the end of $log:"
        grep -vE '^(#[0-9]+|NEW_FUNC)' "$log" | tail -15 >&2
        return 1
    fi
    runs=$(sed -nE 's/^stat::number_of_executed_units: *//p' "$log")
    say "fuzz target $target: ${runs:-no} inputs in $seconds s, nothing found"
}
