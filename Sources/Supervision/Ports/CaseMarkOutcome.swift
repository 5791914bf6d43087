/// What became of a mark: its number, and what the exceedances of the case look like, judged again.
public struct CaseMarkOutcome: Sendable, Equatable {
    /// The number of the mark.
    public let number: Int64
    /// What came of it for the case.
    public let effect: Effect

    /// What the case's exceedances look like after the mark.
    public enum Effect: String, Sendable, CaseIterable {
        /// None of them stands any more.
        case withdrawn
        /// At least one stands, with other hours or another peak, or no longer.
        case changed
        /// They stand as before.
        case unchanged
    }

    /// What became of a mark.
    public init(number: Int64, effect: Effect) {
        self.number = number
        self.effect = effect
    }
}
