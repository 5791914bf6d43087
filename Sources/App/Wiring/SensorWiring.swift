import Facts
import Kernel
import Monitoring
import Persistence
import Portal
import Registry
import Standards

/// The questions of the SensorThings face, answered by the register and by Monitoring.
struct SensorWiring: SensorSources {
    let registry: RegistryRoom
    let monitoring: MonitoringRoom

    func things(scope: Scope, limit: Int, in access: any ReadAccess) throws -> [MonitoredThing] {
        try registry.outlets(scope: scope, limit: limit, in: access).map(thing)
    }

    func thing(_ outlet: OutletID, scope: Scope, in access: any ReadAccess) throws -> MonitoredThing? {
        try registry.outlet(outlet, scope: scope, in: access).map(thing)
    }

    func datastreams(of outlet: OutletID, scope: Scope, in access: any ReadAccess) throws -> [MonitoredDatastream] {
        guard try registry.outlet(outlet, scope: scope, in: access) != nil else { return [] }
        return try MeanPeriod.allCases.flatMap { period in
            try monitoring.factors(of: outlet, period: period, in: access).map { factor in
                MonitoredDatastream(
                    id: DatastreamID(outlet: outlet, pollutant: factor.code, period: period), name: factor.name,
                    unit: factor.unit)
            }
        }
    }

    func values(
        of stream: DatastreamID, within window: ClosedRange<Instant>, newestFirst: Bool, limit: Int, scope: Scope,
        in access: any ReadAccess
    ) throws -> [ObservedValue] {
        try monitoring.means(
            of: stream.pollutant, at: stream.outlet, period: stream.period, within: window, newestFirst: newestFirst,
            limit: limit, scope: scope, in: access
        ).map { ObservedValue(start: $0.start, measured: $0.measured, converted: $0.converted, mark: $0.mark) }
    }

    private func thing(_ card: OutletCard) -> MonitoredThing {
        MonitoredThing(
            outlet: card.outlet.id, name: "\(card.outlet.number) \(card.outlet.name)",
            enterprise: card.outlet.enterprise, enterpriseName: card.enterpriseName, region: card.region,
            medium: card.outlet.medium.rawValue)
    }
}
