public import Kernel

/// What a limit demands of a value.
public enum LimitDemand: String, Codable, Sendable, CaseIterable {
    /// Not above it; the limit itself complies.
    case atMost = "at-most"
    /// Not below it.
    case atLeast = "at-least"
    /// From its lower to its upper end, both included (pH).
    case within
    /// 不得检出: below the detection limit of the method, which stands in the limit's place.
    case notDetectable = "not-detectable"

    /// The words of forms.
    public var phrase: Phrase {
        switch self {
        case .atMost: Phrase("不大于（≤）", "at most (≤)")
        case .atLeast: Phrase("不小于（≥）", "at least (≥)")
        case .within: Phrase("范围（含两端）", "a range, both ends included")
        case .notDetectable: Phrase("不得检出（填方法检出限）", "not detectable (give the detection limit)")
        }
    }
}

/// What kind of text a limit stands in.
public enum LimitSourceKind: String, Codable, Sendable, CaseIterable {
    /// The discharge permit.
    case permit
    /// A discharge standard, adopted by an officer.
    case standard
    /// An order of the local government or the authority.
    case localOrder = "local-order"

    /// The words of pages.
    public var phrase: Phrase {
        switch self {
        case .permit: Phrase("排污许可证", "discharge permit")
        case .standard: Phrase("排放标准", "discharge standard")
        case .localOrder: Phrase("地方规定或管理要求", "local order")
        }
    }
}

/// A recorded limit was given its last day, or taken back as recorded in error.
public struct LimitEnded: Fact {
    public static let kind = "monitoring.limit-ended"
    /// The limit's number.
    public let number: Int64
    /// The outlet.
    public let outlet: OutletID
    /// The factor.
    public let pollutant: PollutantCode
    /// The last day it holds; nil when it never held.
    public let lastDay: CivilDate?
    /// Why.
    public let reason: String

    /// An ended limit.
    public init(number: Int64, outlet: OutletID, pollutant: PollutantCode, lastDay: CivilDate?, reason: String) {
        self.number = number
        self.outlet = outlet
        self.pollutant = pollutant
        self.lastDay = lastDay
        self.reason = reason
    }
}

/// Stored values of an outlet's factor were judged again after its limits had changed.
public struct ValuesRejudged: Fact {
    public static let kind = "monitoring.values-rejudged"
    /// The outlet.
    public let outlet: OutletID
    /// The factor.
    public let pollutant: PollutantCode
    /// The start of the first value judged again.
    public let from: Instant
    /// The end of what was judged again.
    public let until: Instant
    /// How many exceedances appeared, changed or went.
    public let changed: Int

    /// Values judged again.
    public init(outlet: OutletID, pollutant: PollutantCode, from: Instant, until: Instant, changed: Int) {
        self.outlet = outlet
        self.pollutant = pollutant
        self.from = from
        self.until = until
        self.changed = changed
    }
}

/// The authority recorded that it adopts a rule whose text was not checked here, so that it decides on these days.
public struct RuleAdopted: Fact {
    public static let kind = "monitoring.rule-adopted"
    /// The code of the rule, for example `MON-02`.
    public let rule: String
    /// The first day whose values it decides.
    public let validFrom: CivilDate
    /// The last day; nil while it holds.
    public let validTo: CivilDate?
    /// The document by which it was adopted.
    public let source: String
    /// The adoption's number; nil before it has one.
    public let number: Int64?

    /// An adopted rule.
    public init(rule: String, validFrom: CivilDate, validTo: CivilDate?, source: String, number: Int64? = nil) {
        self.rule = rule
        self.validFrom = validFrom
        self.validTo = validTo
        self.source = source
        self.number = number
    }
}

/// The authority recorded that a rule it had adopted decides no longer than to this day.
public struct RuleAdoptionEnded: Fact {
    public static let kind = "monitoring.rule-adoption-ended"
    /// The adoption's number.
    public let number: Int64
    /// The code of the rule.
    public let rule: String
    /// The last day whose values it decides.
    public let lastDay: CivilDate
    /// The document by which it was ended.
    public let source: String

    /// An ended adoption.
    public init(number: Int64, rule: String, lastDay: CivilDate, source: String) {
        self.number = number
        self.rule = rule
        self.lastDay = lastDay
        self.source = source
    }
}
