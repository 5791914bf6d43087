import Devices
import Gateway
import Monitoring

/// The gateway's intake: Monitoring makes frames durable.
struct GatewayWiring: FrameIntake {
    let monitoring: MonitoringRoom
    let devices: DevicesRoom
    let health: HealthRoom

    func store(_ arrivals: [Arrival]) async throws -> [IntakeVerdict] {
        let verdicts = try await monitoring.store(
            arrivals.map { arrival in
                FrameArrival(event: arrival.event, receivedAt: arrival.receivedAt, remote: arrival.remote)
            })
        DevicesWiring.tell(devices, of: arrivals, verdicts)
        HealthWiring.tell(health, of: arrivals, verdicts)
        return verdicts.map { verdict in
            switch verdict {
            case .stored: .stored
            case .alreadyStored: .alreadyStored
            case .quarantined(let reason): .quarantined(reason: reason)
            }
        }
    }
}
