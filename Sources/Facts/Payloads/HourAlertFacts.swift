public import Kernel

/// Hourly values of waste water stand beyond the daily limit, or what is computed for hours of a stack without a value
/// that may decide stands beyond the hourly one: the enterprise and the officers are warned. No exceedance.
public struct HourAlertRaised: Fact {
    public static let kind = "monitoring.hour-alert-raised"
    /// The alert.
    public let alert: EpisodeID
    /// Where.
    public let outlet: OutletID
    /// Of what.
    public let pollutant: PollutantCode
    /// What is known of it now; of waste water the limit is that of the day.
    public let extent: ExceedanceExtent
    /// The decision behind it.
    public let decision: DecisionID
    /// Whether only the day decides there, as at an incinerator; nil where it does not.
    public let decidesByDay: Bool?

    /// A new alert.
    public init(
        alert: EpisodeID, outlet: OutletID, pollutant: PollutantCode, extent: ExceedanceExtent, decision: DecisionID,
        decidesByDay: Bool? = nil
    ) {
        self.decidesByDay = decidesByDay
        self.alert = alert
        self.outlet = outlet
        self.pollutant = pollutant
        self.extent = extent
        self.decision = decision
    }
}

/// A known alert became longer, shorter, higher or lower, or ended.
public struct HourAlertChanged: Fact {
    public static let kind = "monitoring.hour-alert-changed"
    /// The alert.
    public let alert: EpisodeID
    /// What is known of it now.
    public let extent: ExceedanceExtent
    /// The decision behind it.
    public let decision: DecisionID

    /// A changed alert.
    public init(alert: EpisodeID, extent: ExceedanceExtent, decision: DecisionID) {
        self.alert = alert
        self.extent = extent
        self.decision = decision
    }
}

/// A known alert no longer stands on the effective values.
public struct HourAlertWithdrawn: Fact {
    public static let kind = "monitoring.hour-alert-withdrawn"
    /// The alert.
    public let alert: EpisodeID
    /// The decision behind it.
    public let decision: DecisionID

    /// A withdrawn alert.
    public init(alert: EpisodeID, decision: DecisionID) {
        self.alert = alert
        self.decision = decision
    }
}
