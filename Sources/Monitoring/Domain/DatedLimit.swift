import Kernel

/// A concentration limit with the days it holds and the place it is written.
struct DatedLimit: Hashable, Sendable, Codable {
    /// mg/m³; above zero.
    let limit: DecimalNumber
    /// The first day it holds.
    let validFrom: CivilDate
    /// The last day it holds; nil while it does.
    let validTo: CivilDate?
    /// Where it is written, for example the permit's number.
    let source: String

    /// Whether it holds on a day.
    func holds(on date: CivilDate) -> Bool {
        validFrom <= date && validTo.map { date <= $0 } ?? true
    }
}

extension [DatedLimit] {
    /// The limit in force on a day: of several, the one that began last; of those, the strictest.
    func inForce(on date: CivilDate) -> DatedLimit? {
        filter { $0.holds(on: date) }.max { left, right in
            left.validFrom != right.validFrom ? left.validFrom < right.validFrom : left.limit > right.limit
        }
    }
}
