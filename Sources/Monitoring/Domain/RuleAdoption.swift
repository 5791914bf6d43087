import Facts
import Kernel

/// That an authority adopted, for its city, a rule whose text was not checked here: only from then on does it decide.
struct RuleAdoption: Hashable, Sendable, Codable {
    /// The code of the rule.
    let rule: String
    /// The first day whose values it decides.
    let validFrom: CivilDate
    /// The last day; nil while it holds.
    let validTo: CivilDate?
    /// The document by which it was adopted.
    let source: String

    /// Whether it holds on a day.
    func holds(on date: CivilDate) -> Bool { validFrom <= date && validTo.map { date <= $0 } ?? true }
}

extension [HourReading] {
    /// Those of days on which a rule was adopted.
    func adopted(by adoptions: [RuleAdoption]) -> [HourReading] {
        filter { reading in adoptions.contains { $0.holds(on: reading.hour.civil.date) } }
    }
}
