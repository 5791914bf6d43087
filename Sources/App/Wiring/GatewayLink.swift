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
        lines.withLock { $0 }?.line(of: device.text).map { line in
            OpenLine(
                remote: line.remote, since: line.since, lastFrameAt: line.lastFrameAt, edition: line.manners.dialect,
                crc: line.manners.crc)
        }
    }

    func send(_ bytes: [UInt8], to device: DeviceNumber) async -> DeviceSending {
        guard let lines = lines.withLock({ $0 }) else { return .notConnected }
        return switch await lines.send(bytes, to: device.text) {
        case .sent: .sent
        case .notConnected, .closing: .notConnected
        case .busy: .busy
        }
    }
}
