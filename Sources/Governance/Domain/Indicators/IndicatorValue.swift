import Kernel

/// A value that an owner filed. A correction is another one, with the next number; none is ever changed.
struct IndicatorValue: Sendable, Equatable {
    let place: Place
    /// 1 for the first value of a month, then its corrections.
    let number: Int
    let value: DecimalNumber
    /// The document that it stands in.
    let source: String
    /// The unit that filed it.
    let unit: String
    /// As the journal names who filed it.
    let author: String
    let filedAt: Instant
    /// Why it replaces the one before; nil for a first value.
    let reason: String?
    /// The number of its fact in the journal.
    let fact: Int64

    /// What a value is of.
    struct Place: Hashable, Sendable {
        let indicator: IndicatorCode
        /// Nil for the city as a whole.
        let region: RegionCode?
        /// The last month of its period.
        let month: CivilMonth
    }
}
