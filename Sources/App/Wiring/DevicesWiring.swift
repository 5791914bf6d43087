import Devices
import Gateway
import HJ212
import Kernel
import Monitoring
import Persistence
import Registry

/// Devices' questions, answered by the register and by Monitoring.
struct DevicesWiring: DeviceDirectory, StoredPeriods {
    let registry: RegistryRoom
    let monitoring: MonitoringRoom

    func station(of outlet: OutletID, scope: Scope, in access: any ReadAccess) throws -> DeviceStation? {
        try registry.outlet(outlet, scope: scope, in: access).map { station($0) }
    }

    func station(of device: DeviceNumber, in access: any ReadAccess) throws -> DeviceStation? {
        try registry.binding(of: device, in: access).flatMap { binding in
            try registry.outlet(binding.outlet, scope: .city, in: access).map { station($0, by: device) }
        }
    }

    func stations(after: OutletID?, limit: Int, in access: any ReadAccess) throws -> [DeviceStation] {
        try registry.outlets(after: after, limit: limit, in: access).map { station($0) }
    }

    func password(of device: DeviceNumber, in access: any ReadAccess) throws -> String? {
        try registry.binding(of: device, in: access)?.password
    }

    func dataTimes(
        of outlet: OutletID, command: Command, from: Instant, to: Instant, in access: any ReadAccess
    ) throws -> [Instant] {
        try monitoring.storedDataTimes(of: outlet, command: command, from: from, to: to, in: access)
    }

    /// A logger by the number in force, or by another that it is known by.
    private func station(_ card: OutletCard, by number: DeviceNumber? = nil) -> DeviceStation {
        DeviceStation(
            device: number ?? card.outlet.device, systemCode: card.outlet.medium == .stack ? "31" : "32",
            outlet: card.outlet.id, outletTitle: "\(card.outlet.number) \(card.outlet.name)",
            enterprise: card.outlet.enterprise, enterpriseName: card.enterpriseName, region: card.region,
            regionName: registry.regions.name(of: card.region))
    }

    /// Hands on what was stored: its password was right.
    static func tell(_ devices: DevicesRoom, of arrivals: [Arrival], _ verdicts: [FrameVerdict]) {
        let stored = zip(arrivals, verdicts).compactMap { arrival, verdict -> ObservedFrame? in
            guard let heard = arrival.heard else { return nil }
            switch verdict {
            case .stored, .alreadyStored: return ObservedFrame(heard, receivedAt: arrival.receivedAt)
            case .quarantined: return nil
            }
        }
        devices.observe(stored)
    }
}
