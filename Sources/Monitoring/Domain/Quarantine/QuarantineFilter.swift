import Kernel

/// What the list of the quarantine is narrowed to; each part stands in the address of the page.
struct QuarantineFilter: Sendable, Equatable {
    var reason: String?
    var device: String?
    var address: String?
    /// Last received on this day or later.
    var from: CivilDate?
    /// Last received on this day or earlier.
    var to: CivilDate?

    /// Where a page of the list goes on: behind this entry, the last received first.
    struct Place: Sendable, Equatable {
        let lastReceivedAt: Instant
        let digest: Digest256

        /// `MILLISECONDS-SHA256`.
        var text: String { "\(lastReceivedAt.milliseconds)-\(digest.hex)" }

        init(lastReceivedAt: Instant, digest: Digest256) {
            self.lastReceivedAt = lastReceivedAt
            self.digest = digest
        }

        /// A place out of an address; anything else starts from the newest.
        init?(_ text: String) {
            let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let milliseconds = Int64(parts[0]), let digest = Digest256(hex: String(parts[1]))
            else { return nil }
            self.init(lastReceivedAt: Instant(milliseconds: milliseconds), digest: digest)
        }
    }

    /// The moments of `from` and `to`; the second is the first one no longer included.
    var moments: (from: Instant?, before: Instant?) {
        (from.map { Instant(startOf: $0) }, to.map { Instant(startOf: CivilDate(dayNumber: $0.dayNumber + 1)) })
    }
}
