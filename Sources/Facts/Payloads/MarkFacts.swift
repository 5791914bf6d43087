public import Kernel

/// What an enterprise says of hours of its outlet (标记规则, notice 2022 no. 21): the device was out of order, or the plant
/// was in a condition of its own.
public enum MarkMeaning: String, Codable, Sendable, CaseIterable {
    /// The device was maintained: its values are invalid.
    case maintenance
    /// The device was calibrated: its values are invalid.
    case calibration
    /// The device was out of order: its values are invalid.
    case deviceFault = "device-fault"
    /// The link from the device was broken: its values are invalid.
    case linkBroken = "link-broken"
    /// 启炉.
    case starting
    /// 停炉.
    case stopping
    /// 故障, of the plant.
    case fault
    /// 事故.
    case accident
    /// 停运: the plant stands still.
    case standstill
    /// 烘炉.
    case warming
    /// 停炉降温.
    case cooling
    /// An earlier mark is taken back: the hours are normal.
    case normal

    /// The two families of the rules, and none.
    public enum Family: Sendable {
        /// 数据无效: the value is not used.
        case invalid
        /// 生产工况: the value is not used within the allowed length.
        case condition
        /// No mark.
        case none
    }

    /// To which family it belongs.
    public var family: Family {
        switch self {
        case .maintenance, .calibration, .deviceFault, .linkBroken: .invalid
        case .starting, .stopping, .fault, .accident, .standstill, .warming, .cooling: .condition
        case .normal: .none
        }
    }
}

/// What an officer asked for: only then are hours marked after their marks have closed.
public struct MarkDemand: Codable, Sendable, Hashable {
    /// The case in which the officer found the mark wrong.
    public let caseID: CaseID
    /// The step of the case by which the hours are marked.
    public let step: Int

    /// A demand by its case and step.
    public init(caseID: CaseID, step: Int) {
        self.caseID = caseID
        self.step = step
    }
}

/// Hours of an outlet were marked. A mark is never edited: a later one for the same hours names the first, which is
/// kept with its author.
public struct EnterpriseMarkStated: Fact {
    public static let kind = "monitoring.mark-stated"
    /// The mark's number.
    public let number: Int64
    /// The outlet.
    public let outlet: OutletID
    /// The factor; nil for all of the outlet.
    public let pollutant: PollutantCode?
    /// Start of the first hour.
    public let firstHour: Instant
    /// Start of the last hour.
    public let lastHour: Instant
    /// What is said of them.
    public let meaning: MarkMeaning
    /// For starting and stopping: which allowed length is claimed.
    public let window: String?
    /// Why.
    public let reason: String
    /// The first mark of some of these hours; nil when this is the first.
    public let first: Int64?
    /// The officer's demand, after the marks had closed.
    public let demand: MarkDemand?

    /// A mark.
    public init(
        number: Int64, outlet: OutletID, pollutant: PollutantCode?, firstHour: Instant, lastHour: Instant,
        meaning: MarkMeaning, window: String?, reason: String, first: Int64?, demand: MarkDemand?
    ) {
        self.number = number
        self.outlet = outlet
        self.pollutant = pollutant
        self.firstHour = firstHour
        self.lastHour = lastHour
        self.meaning = meaning
        self.window = window
        self.reason = reason
        self.first = first
        self.demand = demand
    }
}

/// An enterprise stated that it has nothing more to mark of the hours of a day: their marks are closed early.
public struct MarksClosed: Fact {
    public static let kind = "monitoring.marks-closed"
    /// The outlet.
    public let outlet: OutletID
    /// Start of the first hour, 00:00 of the day.
    public let from: Instant
    /// The end of the last hour.
    public let until: Instant

    /// Closed marks.
    public init(outlet: OutletID, from: Instant, until: Instant) {
        self.outlet = outlet
        self.from = from
        self.until = until
    }
}

/// Why values were judged again.
public enum JudgingCause: String, Codable, Sendable, CaseIterable {
    /// A value came or was sent again.
    case value
    /// Codes or units of a device are read otherwise.
    case mapping
    /// Hours were marked.
    case mark
    /// Marks have closed, by the clock or by the enterprise.
    case closing
    /// A limit was recorded, ended or taken back.
    case limit
    /// The authority adopted a rule.
    case adoption
    /// Time went by: an hour is over, or an episode ended in silence.
    case time
}
