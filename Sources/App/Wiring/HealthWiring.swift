import Devices
import Gateway
import HJ212
import Kernel
import Monitoring
import Persistence
import Registry

/// The questions of the devices' health, answered by Monitoring and by the register.
struct HealthWiring: HealthSources {
    let registry: RegistryRoom
    let monitoring: MonitoringRoom

    func frames(of outlet: OutletID, hour: Instant, in access: any ReadAccess) throws -> [ArchivedFrame] {
        try monitoring.frames(of: outlet, hour: hour, in: access).map { ArchivedFrame(bytes: $0, receivedAt: $1) }
    }

    func checksumFailures(of device: DeviceNumber, since: Instant, in access: any ReadAccess) throws -> Int {
        try monitoring.checksumFailures(of: device, since: since, in: access)
    }

    func devicesWithDefaultPassword(in access: any ReadAccess) throws -> Set<DeviceNumber> {
        Set(try registry.devicesWithDefaultPassword(scope: .city, in: access))
    }

    func keysInForce(in access: any ReadAccess) throws -> [DeviceNumber: Instant] {
        try registry.keysInForce(in: access)
    }

    var regions: [HealthRegion] {
        registry.regions.all.map { HealthRegion(code: $0.code, name: $0.name) }
    }

    /// Hands on what was stored, or had been.
    static func tell(_ health: HealthRoom, of arrivals: [Arrival], _ verdicts: [FrameVerdict]) {
        health.observe(
            zip(arrivals, verdicts).compactMap { arrival, verdict in
                guard verdict == .stored || verdict == .alreadyStored, let heard = arrival.heard,
                    let device = heard.mn.flatMap({ DeviceNumber($0) })
                else { return nil }
                return FrameSighting(
                    device: device,
                    dataTime: heard.dataTime.map { Instant(milliseconds: $0.millisecondsSince1970) }
                        ?? arrival.receivedAt,
                    receivedAt: arrival.receivedAt, isRepeat: verdict == .alreadyStored)
            })
    }
}
