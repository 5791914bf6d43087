public import Facts
public import Kernel
public import Persistence

/// What the SensorThings face asks of the rooms whose facts it shows; filled by `App`.
public protocol SensorSources: Sendable {
    /// At most `limit` outlets in sight, by identifier.
    func things(scope: Scope, limit: Int, in access: any ReadAccess) throws -> [MonitoredThing]
    /// One outlet, when it is in sight.
    func thing(_ outlet: OutletID, scope: Scope, in access: any ReadAccess) throws -> MonitoredThing?
    /// The factors of an outlet of which means are stored, hours before days, by their codes.
    func datastreams(of outlet: OutletID, scope: Scope, in access: any ReadAccess) throws -> [MonitoredDatastream]
    /// At most `limit` effective means of a datastream that begin within `window`, in order of time.
    func values(
        of stream: DatastreamID, within window: ClosedRange<Instant>, newestFirst: Bool, limit: Int, scope: Scope,
        in access: any ReadAccess
    ) throws -> [ObservedValue]
}

/// An outlet: what SensorThings calls a Thing.
public struct MonitoredThing: Sendable, Equatable {
    let outlet: OutletID
    let name: String
    let enterprise: EnterpriseID
    let enterpriseName: String
    let region: RegionCode
    let medium: String

    /// An outlet with its number and name, whose it is, where it is, and `stack` or `waste-water`.
    public init(
        outlet: OutletID, name: String, enterprise: EnterpriseID, enterpriseName: String, region: RegionCode,
        medium: String
    ) {
        self.outlet = outlet
        self.name = name
        self.enterprise = enterprise
        self.enterpriseName = enterpriseName
        self.region = region
        self.medium = medium
    }
}

/// One factor of an outlet over one kind of mean.
public struct MonitoredDatastream: Sendable, Equatable {
    let id: DatastreamID
    let name: Phrase
    let unit: String

    /// A factor's means with its name and the sign of its unit.
    public init(id: DatastreamID, name: Phrase, unit: String) {
        self.id = id
        self.name = name
        self.unit = unit
    }
}

/// Which means of which factor at which outlet: `E0001-DA001.a21026.hour`.
public struct DatastreamID: Sendable, Hashable {
    /// The outlet.
    public let outlet: OutletID
    /// The factor.
    public let pollutant: PollutantCode
    /// The mean.
    public let period: MeanPeriod

    /// The means of a factor at an outlet.
    public init(outlet: OutletID, pollutant: PollutantCode, period: MeanPeriod) {
        self.outlet = outlet
        self.pollutant = pollutant
        self.period = period
    }

    init?(_ text: some StringProtocol) {
        let parts = String(text).split(separator: Character("."), omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let outlet = OutletID(parts[0]), let pollutant = PollutantCode(parts[1]),
            let period = MeanPeriod(rawValue: parts[2])
        else { return nil }
        self.init(outlet: outlet, pollutant: pollutant, period: period)
    }

    var text: String { "\(outlet.text).\(pollutant.text).\(period.rawValue)" }
}

/// One effective mean.
public struct ObservedValue: Sendable, Equatable {
    let start: Instant
    let measured: DecimalNumber?
    let converted: DecimalNumber?
    let mark: String?

    /// A mean over the time that begins at `start`, with the value converted to reference oxygen and the device's mark
    /// where it sent them.
    public init(start: Instant, measured: DecimalNumber?, converted: DecimalNumber?, mark: String?) {
        self.start = start
        self.measured = measured
        self.converted = converted
        self.mark = mark
    }

    /// The value that is judged: the converted one first.
    var result: DecimalNumber? { converted ?? measured }
}
