/// How much the quarantine holds. Design values: no source fixes them; a day of a wrong password at one frame in thirty
/// seconds is 2,880 stretches.
struct QuarantineBounds: Sendable, Equatable {
    /// Different stretches in all.
    let entriesMax: Int
    /// Bytes in all.
    let bytesMax: Int
    /// Different stretches that one address may keep there.
    let addressEntriesMax: Int
    /// Bytes that one address may keep there.
    let addressBytesMax: Int

    static let design = QuarantineBounds(
        entriesMax: 20_000, bytesMax: 32_000_000, addressEntriesMax: 4_000, addressBytesMax: 8_000_000)
}

/// Which bound an entry was dropped for.
enum QuarantineCause: String, Sendable, CaseIterable {
    case entries
    case bytes
    case addressEntries = "address-entries"
    case addressBytes = "address-bytes"
}
