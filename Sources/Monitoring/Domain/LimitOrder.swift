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
        /// When another figure holds, as limit tables write it; empty for a limit of every day.
        var condition = ""
        /// That figure, in the unit.
        var otherValue = ""
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
        let other = try Self.other(draft, ratio: ratio)
        let adopted = try Self.adoption(draft, of: code, on: from, standards) { line, lines in
            Self.says(line, bounds, in: platform, molarMass: entry.molarMass)
                && Self.says(line.counterpart(in: lines), other, in: platform, molarMass: entry.molarMass)
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
            averaging: averaging == .hour ? nil : averaging, other: other,
            certainty: adopted?.isItsFigure == true ? adopted?.line.certainty : nil)
    }

    /// What is to hold in another season or at another temperature, in the platform's unit; nil for a limit of every
    /// day.
    private static func other(_ draft: Draft, ratio: DecimalRatio) throws(LimitRefusal) -> OtherLimit? {
        let (code, figure) = (draft.condition.trimmed, draft.otherValue.trimmed)
        guard !code.isEmpty || !figure.isEmpty else { return nil }
        guard draft.demand == .atMost, let condition = LimitCondition(code), condition.changesByDay else {
            throw .conditionMissing
        }
        guard let value = DecimalNumber(figure).flatMap({ ratio.applied(to: $0) }), value > DecimalNumber(0) else {
            throw .noNumber("other_value")
        }
        return OtherLimit(code: condition.code, limit: value)
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
        saysTheSame: (DischargeLimit, [DischargeLimit]) -> Bool
    ) throws(LimitRefusal) -> (line: DischargeLimit, isItsFigure: Bool)? {
        guard !draft.table.isEmpty else { return nil }
        guard let table = standards.tables.first(where: { $0.name.description == draft.table }) else {
            throw .unknownTable
        }
        let lines = standards.limits(of: table.name, on: day)
        guard !lines.isEmpty else { throw .tableExpired(draft.table, day) }
        let ofFactor = lines.filter { $0.factor == code }
        guard let first = ofFactor.first else { throw .notInTable(draft.table) }
        if let line = ofFactor.first(where: { saysTheSame($0, ofFactor) }) { return (line, true) }
        guard draft.sourceKind != .standard else {
            throw .notTheStandards(
                draft.table, factor: first.item, says: Self.words(of: ofFactor),
                written: Self.words(of: draft))
        }
        return (first, false)
    }

    /// What lines demand as people read them, each with its season or temperature.
    private static func words(of lines: [DischargeLimit]) -> Phrase {
        func text(_ language: Language) -> String {
            lines.map { line in
                let condition = line.condition.phrase.map { Phrase("（\($0.zh)）", " (\($0.en))")(language) } ?? ""
                return figure(line.bound.description, line.unit, language) + condition
            }.joined(separator: language == .chinese ? "、" : ", ")
        }
        return Phrase(text(.chinese), text(.english))
    }

    /// What was typed, as limits are written.
    private static func words(of draft: Draft) -> Phrase {
        func text(_ language: Language) -> String {
            let other = LimitCondition(draft.condition).flatMap(\.phrase).map { words in
                Phrase("（\(words.zh) ≤ \(draft.otherValue)）", " (\(words.en): ≤ \(draft.otherValue))")(language)
            }
            return figure(draft.figure, draft.unit, language) + (other ?? "")
        }
        return Phrase(text(.chinese), text(.english))
    }

    private static func figure(_ bound: String, _ unit: String, _ language: Language) -> String {
        let unit = MeasurementUnit.shown(MeasurementUnit(unit)?.symbol ?? unit, language)
        return unit.isEmpty ? bound : "\(bound) \(unit)"
    }

    /// Whether a standard's line for the other season says what is to hold then; both may be none.
    private static func says(
        _ line: DischargeLimit?, _ other: OtherLimit?, in platform: MeasurementUnit, molarMass: DecimalNumber?
    ) -> Bool {
        guard let line, let other else { return line == nil && other == nil }
        return line.condition.code == other.code
            && says(line, (limit: other.limit, lower: nil), in: platform, molarMass: molarMass)
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
