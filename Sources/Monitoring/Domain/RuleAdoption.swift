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
    /// The document by which it was ended before its time; nil where it was not.
    let endedBy: String?

    init(rule: String, validFrom: CivilDate, validTo: CivilDate?, source: String, endedBy: String? = nil) {
        self.rule = rule
        self.validFrom = validFrom
        self.validTo = validTo
        self.source = source
        self.endedBy = endedBy
    }

    /// What is left of it when a document ends it with a day.
    func ended(on lastDay: CivilDate, by document: String) -> RuleAdoption {
        RuleAdoption(rule: rule, validFrom: validFrom, validTo: lastDay, source: source, endedBy: document)
    }

    /// The documents it rests on, as a step of a decision.
    var step: Phrase {
        let days = "\(validFrom) – \(validTo?.description ?? "")"
        let end = endedBy.map { Phrase("；依据 \($0) 提前终止", "; ended early by \($0)") }
        return Phrase(
            "采用本规则的依据：\(source)（\(days)）\(end?.zh ?? "")",
            "this rule was adopted by \(source) (\(days))\(end?.en ?? "")")
    }

    /// Whether it holds on a day.
    func holds(on date: CivilDate) -> Bool { validFrom <= date && validTo.map { date <= $0 } ?? true }
}

extension [HourReading] {
    /// Those of days on which a rule was adopted.
    func adopted(by adoptions: [RuleAdoption]) -> [HourReading] {
        filter { reading in adoptions.contains { $0.holds(on: reading.hour.civil.date) } }
    }
}
