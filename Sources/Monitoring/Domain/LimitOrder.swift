import Facts
import Kernel
import Standards

/// A limit that an officer wants to have recorded, checked against the factor table and, when it is adopted from a
/// standard, against the days of that standard.
struct LimitOrder: Hashable, Sendable {
    let pollutant: PollutantCode
    let limit: DatedLimit
    let sourceKind: LimitSourceKind
    /// The table it is adopted from; nil for a limit that stands in a permit or an order.
    let table: DischargeTable.Name?
    /// Why.
    let reason: String

    /// What is typed.
    struct Draft: Hashable, Sendable {
        let factor: String
        let demand: LimitDemand
        let value: String
        let lower: String
        let unit: String
        let averaging: MeanPeriod
        let validFrom: CivilDate?
        let validTo: CivilDate?
        let sourceKind: LimitSourceKind
        let source: String
        let table: String
        let reason: String
    }

    /// Nothing that HJ 212 carries is older than 2005.
    static let validFromMin = CivilDate(dayNumber: 12_784)
    /// A stack is an incinerator's when its daily limit names one of these.
    static let incineratorStandards = ["GB 18485", "GB 18484"]
    /// A permit is recorded at most so many days ahead. Design value.
    static let daysAheadMax: Int64 = 366

    /// The order that a draft stands for.
    ///
    /// - Parameters:
    ///   - isStack: Whether the outlet is a stack; factors of water are limited in water.
    init(
        _ draft: Draft, isStack: Bool, table factors: FactorTable, standards: DischargeLimits, today: CivilDate
    ) throws(LimitRefusal) {
        guard case .one(let code, let entry) = factors.find(draft.factor), !code.text.hasSuffix("x") else {
            throw .unknownFactor
        }
        guard entry.medium == .other || (entry.medium == .air) == isStack, entry.medium != .noise else {
            throw .otherMedium
        }
        // A furnace's five-minute means are counted by the day, whatever was chosen.
        let averaging = code == .furnaceTemperature ? .day : draft.averaging
        guard isStack || averaging == .day else { throw .waterByDay }
        let texts = draft.source + draft.table
        guard !isStack || averaging == .hour || Self.incineratorStandards.contains(where: texts.contains) else {
            throw .dayOnlyAtIncinerators
        }
        guard let platform = entry.unit else { throw .noUnit }
        guard let unit = MeasurementUnit(draft.unit),
            let ratio = try? UnitConversion.ratio(from: unit, to: platform, molarMass: entry.molarMass)
        else { throw .wrongUnit(wanted: platform.symbol.isEmpty ? "–" : platform.symbol) }
        let latest = today.adding(days: Self.daysAheadMax)
        guard let from = draft.validFrom, (Self.validFromMin...latest).contains(from) else {
            throw .dayOutOfRange(field: "valid_from", from: Self.validFromMin, to: latest)
        }
        if let to = draft.validTo, to < from {
            throw .dayOutOfRange(field: "valid_to", from: from, to: latest)
        }
        let bounds = try Self.bounds(of: draft, ratio: ratio)
        let text = draft.source.trimmed
        guard !text.isEmpty else { throw .sourceMissing }
        let adopted = try Self.adoption(draft, of: code, on: from, standards) { line in
            Self.says(line, bounds, in: platform, molarMass: entry.molarMass)
        }
        // A limit of a standard ends with the standard's line, at the latest.
        let last = [draft.validTo, adopted?.line.validTo].compactMap { $0 }.min()
        pollutant = code
        sourceKind = adopted?.isItsFigure == true ? .standard : draft.sourceKind
        table = adopted?.line.table
        reason = draft.reason.trimmed
        limit = DatedLimit(
            limit: bounds.limit, validFrom: from, validTo: last, source: text,
            demand: draft.demand == .atMost ? nil : draft.demand, lower: bounds.lower,
            unit: platform.code == "mg/m3" ? nil : platform.code,
            averaging: averaging == .hour ? nil : averaging)
    }

    /// The figures in the platform's unit.
    private static func bounds(
        of draft: Draft, ratio: DecimalRatio
    ) throws(LimitRefusal) -> (limit: DecimalNumber, lower: DecimalNumber?) {
        guard let value = DecimalNumber(draft.value).flatMap({ ratio.applied(to: $0) }) else {
            throw .noNumber("value")
        }
        switch draft.demand {
        case .within:
            guard let lower = DecimalNumber(draft.lower).flatMap({ ratio.applied(to: $0) }), lower < value else {
                throw .noNumber("lower")
            }
            return (value, lower)
        case .atMost, .notDetectable:
            guard value > DecimalNumber(0) else { throw .noNumber("value") }
            return (value, nil)
        case .atLeast: return (value, nil)
        }
    }

    /// The line of the standard that is named, and whether its figure is the limit's; nil when none is named. A permit
    /// may set a figure of its own and still be measured as the standard says (reference oxygen).
    private static func adoption(
        _ draft: Draft, of code: PollutantCode, on day: CivilDate, _ standards: DischargeLimits,
        saysTheSame: (DischargeLimit) -> Bool
    ) throws(LimitRefusal) -> (line: DischargeLimit, isItsFigure: Bool)? {
        guard !draft.table.isEmpty else { return nil }
        guard let table = standards.tables.first(where: { $0.name.description == draft.table }) else {
            throw .unknownTable
        }
        let lines = standards.limits(of: table.name, on: day)
        guard !lines.isEmpty else { throw .tableExpired(draft.table, day) }
        let ofFactor = lines.filter { $0.factor == code }
        guard let first = ofFactor.first else { throw .notInTable(draft.table) }
        if let line = ofFactor.first(where: saysTheSame) { return (line, true) }
        guard draft.sourceKind != .standard else {
            throw .notTheStandards(
                draft.table, factor: first.item, says: Self.words(of: ofFactor.map { ($0.bound.description, $0.unit) }),
                written: Self.words(of: [(draft.figure, draft.unit)]))
        }
        return (first, false)
    }

    /// Figures with their units as people read them.
    private static func words(of figures: [(bound: String, unit: String)]) -> Phrase {
        func text(_ language: Language) -> String {
            figures.map { figure in
                let unit = MeasurementUnit.shown(MeasurementUnit(figure.unit)?.symbol ?? figure.unit, language)
                return unit.isEmpty ? figure.bound : "\(figure.bound) \(unit)"
            }.joined(separator: language == .chinese ? "、" : ", ")
        }
        return Phrase(text(.chinese), text(.english))
    }

    /// Whether a line of a standard has these figures, in the platform's unit; a line whose unit no device sends cannot
    /// be compared, and is believed.
    private static func says(
        _ line: DischargeLimit, _ bounds: (limit: DecimalNumber, lower: DecimalNumber?), in platform: MeasurementUnit,
        molarMass: DecimalNumber?
    ) -> Bool {
        guard let unit = MeasurementUnit(line.unit),
            let ratio = try? UnitConversion.ratio(from: unit, to: platform, molarMass: molarMass)
        else { return true }
        return switch line.bound {
        case .atMost(let number), .atLeast(let number):
            bounds.lower == nil && ratio.applied(to: number.value) == bounds.limit
        case .within(let lower, let upper):
            ratio.applied(to: lower.value) == bounds.lower && ratio.applied(to: upper.value) == bounds.limit
        case .notDetectable: bounds.lower == nil
        }
    }
}

extension LimitOrder.Draft {
    /// What was typed, as limits are written: `≤ 35`, `6–9`.
    fileprivate var figure: String {
        switch demand {
        case .atMost: "≤ \(value)"
        case .atLeast: "≥ \(value)"
        case .within: "\(lower)–\(value)"
        case .notDetectable: "ND (< \(value))"
        }
    }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        let head = drop(while: isBlank)
        return String(String(head.reversed().drop(while: isBlank)).reversed())
    }
}
