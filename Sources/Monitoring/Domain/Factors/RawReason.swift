/// Why a code stays as it was sent, and is judged by nobody.
enum RawReason: String, Sendable, CaseIterable {
    /// In no table: a word, a maker's own code.
    case unknownCode = "unknown-code"
    /// A code of 2005 in a frame that does not show the manners of 2005.
    case editionNotSettled = "edition-not-settled"
    /// One code with two meanings in the standard.
    case twoMeanings = "two-meanings"
    /// Outside the tables, and nobody has confirmed what it means.
    case meaningUnconfirmed = "meaning-unconfirmed"
    /// Known, but devices send it in different units.
    case unitNotSettled = "unit-not-settled"
    /// An administrator set it aside.
    case setAside = "set-aside"

    /// Whether somebody should look at it.
    var waits: Bool { self != .setAside }
}
