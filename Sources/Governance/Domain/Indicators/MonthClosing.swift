/// What whoever closes a month looks over first.
struct MonthClosing: Sendable, Equatable {
    let month: CivilMonth
    /// How many figures it has, the missing ones counted.
    let figures: Int
    let missing: Int
    let implausible: [ImplausibleFigure]

    /// How many characters the word may have on why a month is closed despite values that cannot be true.
    static let despiteMax = 500
}
