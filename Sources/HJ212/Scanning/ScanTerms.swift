/// What a scanner goes by: its options, and the keys of encrypted areas.
struct ScanTerms: Sendable {
    let options: ScanOptions
    let keys: (any AreaKeys)?
}
