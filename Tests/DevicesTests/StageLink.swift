import HJ212
import Kernel
import Synchronization

@testable import Devices

/// Lines that remember what was handed to them.
final class StageLink: DeviceLink {
    private struct State {
        var lines: [String: OpenLine] = [:]
        var busy: Set<String> = []
        var sent: [(device: String, frame: Frame)] = []
    }

    private let state = Mutex(State())

    func connect(
        _ devices: [String], at moment: Instant, edition: Dialect = .hj2017, crc: CRCVariant = .hj212,
        remote: String = "192.0.2.7:51000"
    ) {
        state.withLock { state in
            for device in devices {
                state.lines[device] = OpenLine(
                    remote: remote, since: moment, lastFrameAt: moment, edition: edition, crc: crc)
            }
        }
    }

    func disconnect(_ device: String) { state.withLock { $0.lines[device] = nil } }

    func block(_ device: String) { state.withLock { _ = $0.busy.insert(device) } }

    /// What was sent to a device, in order.
    func sent(to device: String) -> [Frame] {
        state.withLock { $0.sent.filter { $0.device == device }.map(\.frame) }
    }

    /// The QN of the newest request to a device.
    func newestNumber(of device: String) -> String { sent(to: device).last?.header.qn?.text ?? "" }

    func line(of device: DeviceNumber) async -> OpenLine? { state.withLock { $0.lines[device.text] } }

    func line(ofRegistrant registrant: String) async -> OpenLine? { state.withLock { $0.lines[registrant] } }

    func send(_ bytes: [UInt8], toRegistrant registrant: String) async -> DeviceSending {
        await send(bytes, to: DeviceNumber(checked: registrant))
    }

    /// A frame whose area is hidden by the stage's cipher, as its device reads it.
    private static func opened(_ bytes: [UInt8]) -> Frame? {
        struct Keys: AreaKeys {
            func ciphers(for device: String) -> [any SM4Cipher] { [MirrorCipher()] }
        }
        var scanner = FrameScanner(keys: Keys())
        scanner.append(bytes)
        return scanner.finish().compactMap { event -> Frame? in
            guard case .accepted(let frame) = event, case .opened = frame.encryption else { return nil }
            return frame
        }.first
    }

    func send(_ bytes: [UInt8], to device: DeviceNumber) async -> DeviceSending {
        state.withLock { state in
            guard state.lines[device.text] != nil else { return .notConnected }
            guard !state.busy.contains(device.text) else { return .busy }
            if let frame = Self.opened(bytes) ?? Frame(bytes, options: ScanOptions(crc: .any)) {
                state.sent.append((device.text, frame))
            }
            return .sent
        }
    }
}

/// A clock that stands still until it is moved.
final class StageClock: WallClock {
    private let moment: Mutex<Instant>

    init(_ start: Instant) {
        moment = Mutex(start)
    }

    func now() -> Instant { moment.withLock { $0 } }

    func pass(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// Bytes that never repeat and are the same on each run.
final class CountingEntropy: EntropySource {
    private let count = Mutex(0)

    func bytes(_ count: Int) -> [UInt8] {
        let seed = self.count.withLock { number in
            number += 1
            return number
        }
        return Array(Digest256(of: "seed \(seed)").bytes.prefix(count))
    }
}
