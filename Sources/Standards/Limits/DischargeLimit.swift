public import Facts
public import Kernel

/// One limit of a discharge standard, with the days it holds and how sure we are of it.
///
/// A default only: the discharge permit of an outlet goes first.
public struct DischargeLimit: Hashable, Sendable, Codable {
    /// The table it stands in.
    public let table: DischargeTable.Name
    /// First day in force.
    public let validFrom: CivilDate
    /// Last day in force; nil while it is.
    public let validTo: CivilDate?
    /// What is limited.
    public let item: Phrase
    /// The factor code of HJ 212-2017; nil where no code is certain.
    public let factor: PollutantCode?
    /// What is demanded.
    public let bound: LimitBound
    /// The unit's code, for example `mg/L`; `1` for a plain number. `dilution` and `ng TEQ/m3` are units of standards
    /// that no device sends.
    public let unit: String
    /// Over which time a value is taken.
    public let averaging: Averaging
    /// Where it is measured.
    public let point: Point
    /// When it holds and another limit of the item does not.
    public let condition: LimitCondition
    /// Where it is written.
    public let clause: Phrase
    /// How sure we are of the figure.
    public let certainty: Certainty
    /// What to beware of; nil when there is nothing.
    public let remark: Phrase?

    /// Over which time a limit is meant.
    public enum Averaging: String, Sendable, Codable, CaseIterable {
        case hour, day, reading, determination
        case fiveMinute = "five-minute"
        /// A grab sample of the supervisor, or the daily mean of automatic data.
        case sampleOrDay = "sample-or-day"
        /// A grab sample, or the mean of a production cycle.
        case sampleOrCycle = "sample-or-cycle"

        /// The words of pages.
        public var phrase: Phrase {
            switch self {
            case .hour: Phrase("小时均值", "hourly mean")
            case .day: Phrase("日均值", "daily mean")
            case .reading: Phrase("任一次读数", "any one reading")
            case .determination: Phrase("测定均值", "mean of the determination")
            case .fiveMinute: Phrase("5分钟均值", "five-minute mean")
            case .sampleOrDay: Phrase("瞬时样或日均值", "grab sample or daily mean")
            case .sampleOrCycle: Phrase("瞬时样或生产周期均值", "grab sample or mean of a production cycle")
            }
        }
    }

    /// Where a limit is measured.
    public enum Point: String, Sendable, Codable, CaseIterable {
        /// The enterprise's or the works' last outlet.
        case outfall
        /// The outlet of the workshop or its treatment, before waters mix.
        case workshop
        case stack, furnace
    }

    /// Whether it is in force on a day.
    public func holds(on day: CivilDate) -> Bool { validFrom <= day && validTo.map { day <= $0 } ?? true }

    /// The unit as a value's unit; nil for units that no device sends.
    public var measurementUnit: MeasurementUnit? { MeasurementUnit(unit) }
}
