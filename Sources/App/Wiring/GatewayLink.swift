import Devices
import Gateway
import HJ212
import Kernel
import Synchronization

/// Devices' way to the lines of the gateway, which is made after the rooms.
final class GatewayLink: DeviceLink {
    /// The gateway's lines once it serves; guarded by the mutex.
    private let lines = Mutex<DeviceLines?>(nil)

    func attach(_ lines: DeviceLines) {
        self.lines.withLock { $0 = lines }
    }

    func line(of device: DeviceNumber) async -> OpenLine? {
        lines.withLock { $0 }?.line(of: device.text).map(Self.openLine)
    }

    func line(ofRegistrant registrant: String) async -> OpenLine? {
        lines.withLock { $0 }?.line(ofRegistrant: registrant).map(Self.openLine)
    }

    func send(_ bytes: [UInt8], to device: DeviceNumber) async -> DeviceSending {
        guard let lines = lines.withLock({ $0 }) else { return .notConnected }
        return Self.sending(await lines.send(bytes, to: device.text))
    }

    func send(_ bytes: [UInt8], toRegistrant registrant: String) async -> DeviceSending {
        guard let lines = lines.withLock({ $0 }) else { return .notConnected }
        return Self.sending(await lines.send(bytes, toRegistrant: registrant))
    }

    private static func sending(_ outcome: SendOutcome) -> DeviceSending {
        switch outcome {
        case .sent: .sent
        case .notConnected, .closing: .notConnected
        case .busy: .busy
        }
    }

    private static func openLine(_ line: DeviceLine) -> OpenLine {
        OpenLine(
            remote: line.remote, since: line.since, lastFrameAt: line.lastFrameAt, edition: line.manners.dialect,
            crc: line.manners.crc, areaForm: line.areaForm)
    }
}
