import Kernel
import Standards

/// What somebody wants to have recorded of a code, checked against the tables.
struct FactorMappingOrder: Hashable, Sendable {
    /// The code as the device spells it.
    let sentCode: PollutantCode
    /// As what it is to be read.
    let reading: MappedReading
    /// The first day of data times.
    let validFrom: CivilDate
    /// The last day; nil without end.
    let validTo: CivilDate?
    /// Why.
    let reason: String

    /// What is typed for a reading as a factor.
    struct Draft: Hashable, Sendable {
        /// The code of the table.
        let target: String
        /// The code of the unit; empty without one.
        let unit: String
        /// What a sent value is multiplied with before; empty for 1.
        let multiplier: String
    }

    /// A multiplier has at most six digits before and six behind the point. Design value.
    static let multiplierMax = DecimalNumber(999_999)
    /// Nothing that HJ 212 carries is older.
    static let validFromMin = CivilDate(dayNumber: 12_784)

    /// The reading that a draft stands for; refuses what cannot be converted into the platform's unit.
    static func reading(of draft: Draft, in table: FactorTable) throws(FactorMappingRefusal) -> MappedReading {
        let code: PollutantCode
        let entry: FactorEntry
        switch table.find(draft.target) {
        case .one(let found, let line): (code, entry) = (found, line)
        case .several: throw .severalMeanings(draft.target)
        case .none: throw .unknownTarget
        }
        guard !code.text.hasSuffix("x") else { throw .unknownTarget }
        let text = draft.multiplier.isEmpty ? "1" : draft.multiplier
        guard let multiplier = DecimalNumber(text), multiplier > DecimalNumber(0), multiplier <= multiplierMax,
            (multiplier.description.utf8.split(separator: 0x2E).dropFirst().first?.count ?? 0) <= 6
        else { throw .multiplierOutOfRange }
        guard let platform = entry.unit else {
            guard draft.unit.isEmpty else { throw .unitNotWanted }
            return .factor(code, unit: nil, multiplier: multiplier)
        }
        guard let unit = MeasurementUnit(draft.unit) else { throw .unitMissing }
        do {
            _ = try UnitConversion.ratio(
                from: unit, to: platform, molarMass: entry.molarMass, multiplier: multiplier)
        } catch {
            throw .unitRefused(error)
        }
        return .factor(code, unit: unit, multiplier: multiplier)
    }

    /// An order whose days stand in order.
    init(
        sentCode: PollutantCode, reading: MappedReading, validFrom: CivilDate, validTo: CivilDate?, reason: String,
        today: CivilDate
    ) throws(FactorMappingRefusal) {
        guard (Self.validFromMin...today).contains(validFrom) else {
            throw .dayOutOfRange(field: "valid_from", from: Self.validFromMin, to: today)
        }
        if let validTo, validTo < validFrom || validTo > today {
            throw .dayOutOfRange(field: "valid_to", from: validFrom, to: today)
        }
        self.sentCode = sentCode
        self.reading = reading
        self.validFrom = validFrom
        self.validTo = validTo
        self.reason = reason
    }
}

/// Why a mapping is not recorded.
enum FactorMappingRefusal: Error, Equatable {
    /// The outlet's device does not exist, or is not in sight.
    case notFound
    /// The code that is sent is none that a device can send.
    case unknownSentCode
    /// The factor is in no table.
    case unknownTarget
    /// The table has two meanings under this code.
    case severalMeanings(String)
    /// The factor has a unit, and none was named.
    case unitMissing
    /// The factor has no unit, and one was named.
    case unitNotWanted
    /// The unit does not lead into the platform's.
    case unitRefused(UnitRefusal)
    /// The multiplier is no number above zero within its bounds.
    case multiplierOutOfRange
    /// A day lies outside what is allowed.
    case dayOutOfRange(field: String, from: CivilDate, to: CivilDate)
    /// The newest mapping of this code says the same.
    case recordedAlready
    /// The device has as many mappings as one may have.
    case tooMany(max: Int)
}
