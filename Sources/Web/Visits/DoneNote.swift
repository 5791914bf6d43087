import Kernel

/// What a person has just done, on its way to the page that says so: which act, where it led, and where its receipt
/// lies. Only the page that it led to says so: another tab that is loaded meanwhile keeps silent.
///
/// It travels in a cookie of a minute. A note names an act of the site and pages of it, never words: whoever forged
/// one could say no more than that one of our own forms was sent.
struct DoneNote: Sendable, Equatable {
    /// The pattern of the act's route.
    let act: String
    /// The path that the act led to, without a query.
    let place: String
    /// Where its receipt lies; nil without one.
    let receipt: String?

    /// An act that was taken, where it led, with its receipt.
    init(act: String, leadingTo location: String, receipt: String? = nil) {
        (self.act, self.receipt) = (act, receipt)
        place = Self.path(of: location)
    }

    /// Reads what a browser sent back; nil for what names no act of the site, or no page of it.
    init?(_ text: String, of table: RouteTable) {
        let parts = text.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2, table.act(parts[0]) != nil, LocalAddress.accept(parts[1]) != nil else { return nil }
        guard parts.count == 3 else {
            self.init(act: parts[0], leadingTo: parts[1])
            return
        }
        guard LocalAddress.accept(parts[2]) != nil, case .found = table.match(.get, parts[2]) else { return nil }
        self.init(act: parts[0], leadingTo: parts[1], receipt: parts[2])
    }

    /// As the cookie carries it.
    var text: String { [act, place, receipt].compactMap(\.self).joined(separator: "|") }

    private static func path(of location: String) -> String { String(location.prefix { $0 != "?" && $0 != "#" }) }
}
