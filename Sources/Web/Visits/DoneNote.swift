import Kernel

/// What a person has just done, on its way to the page that says so: which act, and where its receipt lies.
///
/// It travels in a cookie of a minute. A note names an act of the site and a page of it, never words: whoever forged
/// one could say no more than that one of our own forms was sent.
struct DoneNote: Sendable, Equatable {
    /// The pattern of the act's route.
    let act: String
    /// Where its receipt lies; nil without one.
    let receipt: String?

    /// An act that was taken, with its receipt.
    init(act: String, receipt: String? = nil) {
        (self.act, self.receipt) = (act, receipt)
    }

    /// Reads what a browser sent back; nil for what names no act of the site, or no page of it.
    init?(_ text: String, of table: RouteTable) {
        let halves = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let act = halves.first, table.act(act) != nil else { return nil }
        guard halves.count == 2 else {
            self.init(act: act)
            return
        }
        guard LocalAddress.accept(halves[1]) != nil, case .found = table.match(.get, halves[1]) else { return nil }
        self.init(act: act, receipt: halves[1])
    }

    /// As the cookie carries it.
    var text: String { receipt.map { "\(act)|\($0)" } ?? act }
}
