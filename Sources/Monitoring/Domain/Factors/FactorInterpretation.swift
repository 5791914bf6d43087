import HJ212
import Kernel
import Standards

/// How the frames of one device are read: the tables, and what was recorded for it. Pure: the same frame is read the
/// same way, whenever that is done (`docs/method/factors-and-units.md`).
struct FactorInterpretation: Sendable {
    private let table: FactorTable
    /// What holds for a code, by the code; the one recorded last comes first.
    private let mappings: [PollutantCode: [FactorMapping]]

    /// How a device without mappings, or with these, is read.
    init(_ table: FactorTable, mappings: [FactorMapping] = []) {
        self.table = table
        self.mappings = Dictionary(grouping: mappings) { $0.sentCode }
            .mapValues { $0.sorted { $0.number > $1.number } }
    }

    /// A sent value as the platform takes it.
    enum Value: Hashable, Sendable {
        /// A value of a factor in this unit of the platform.
        case value(PollutantCode, DecimalNumber, MeasurementUnit?)
        /// The factor is known, but there is no value: a sign for none, or text that is no number.
        case blank(PollutantCode)
        /// It stays as it was sent.
        case raw(RawReason)
    }

    /// The value behind one key of a data area, `code-suffix=text`, at a data time.
    ///
    /// A mapping speaks of values; the totals (`Cou`) of a mapped code stay raw. Marks, states and texts are no values.
    func value(of code: String, _ suffix: Suffix, _ text: String, in dialect: Dialect, at moment: Instant) -> Value {
        switch reading(of: code, in: dialect, at: moment) {
        case .raw(let reason): return .raw(reason)
        case .factor(let factor):
            guard suffix.isQuantity else { return .blank(factor.code) }
            guard suffix == .cou else {
                return factor.value(text).map { .value(factor.code, $0, factor.entry.unit) } ?? .blank(factor.code)
            }
            guard let (ratio, unit) = factor.total else { return .raw(.unitNotSettled) }
            let total = SentFigure(text).number.flatMap { ratio.applied(to: $0) }
            return total.map { .value(factor.code, $0, unit) } ?? .blank(factor.code)
        }
    }

    /// As what a code is read at a data time.
    func reading(of text: String, in dialect: Dialect, at moment: Instant) -> CodeReading {
        if !mappings.isEmpty, let code = PollutantCode(text),
            let mapping = mappings[code]?.first(where: { $0.holds(on: moment.civil.date) })
        {
            switch mapping.reading {
            case .factor(let target, let unit, let multiplier):
                return mapped(mapping.number, to: target, unit: unit, multiplier: multiplier)
            case .setAside: return .raw(.setAside)
            case .byTable: break
            }
        }
        return byTable(text, dialect)
    }

    private func mapped(
        _ number: Int64, to target: PollutantCode, unit: MeasurementUnit?, multiplier: DecimalNumber
    ) -> CodeReading {
        guard case .one(let code, let entry) = table.find(target.text),
            let ratio = Self.ratio(from: unit, to: entry, multiplier: multiplier)
        else { return .raw(.meaningUnconfirmed) }
        return .factor(
            PlatformFactor(code: code, entry: entry, sentUnit: unit, ratio: ratio, origin: .mapping(number)))
    }

    private func byTable(_ text: String, _ dialect: Dialect) -> CodeReading {
        if dialect == .hjt2005, let (former, code, entry) = table.former(text) {
            guard former.isUnitSettled, let ratio = Self.ratio(from: former.printedUnit, to: entry) else {
                return .raw(.unitNotSettled)
            }
            return .factor(
                PlatformFactor(
                    code: code, entry: entry, sentUnit: former.printedUnit, ratio: ratio, origin: .former))
        }
        switch table.find(text) {
        case .one(let code, let entry):
            guard entry.certainty != .unconfirmed else { return .raw(.meaningUnconfirmed) }
            guard entry.isUnitSettled, let ratio = Self.ratio(from: entry.printedUnit, to: entry) else {
                return .raw(.unitNotSettled)
            }
            return .factor(
                PlatformFactor(
                    code: code, entry: entry, sentUnit: entry.printedUnit, ratio: ratio,
                    origin: code.text == text ? .table : .spelling))
        case .several: return .raw(.twoMeanings)
        case .none: return .raw(table.former(text) == nil ? .unknownCode : .editionNotSettled)
        }
    }

    /// The factor into the platform's unit; nil when none leads there.
    private static func ratio(
        from unit: MeasurementUnit?, to entry: FactorEntry, multiplier: DecimalNumber = DecimalNumber(1)
    ) -> DecimalRatio? {
        guard let unit, let platform = entry.unit else { return DecimalRatio(multiplier) }
        return try? UnitConversion.ratio(
            from: unit, to: platform, molarMass: entry.molarMass, multiplier: multiplier)
    }
}
