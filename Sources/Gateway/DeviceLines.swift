import HJ212
import Kernel
import Synchronization

/// Which device speaks on which open line, and the way to it.
///
/// A device is known by frames that were stored: their password was right. Bytes that merely name a device prove
/// nothing. When a device proves itself on several lines, the one opened last is its line: the others are remains of
/// broken connections. A line may serve many devices. Nothing is kept of closed lines, so that there are never more
/// entries than registered devices.
public final class DeviceLines: Sendable {
    private struct Place {
        let line: OutboundLine
        var shown: DeviceLine
    }

    private struct Places {
        var byDevice: [String: Place] = [:]
        var devicesByLine: [Int: Set<String>] = [:]
        var linesOpened = 0

        mutating func note(_ heard: HeardDevice, on line: OutboundLine) {
            if var place = byDevice[heard.device], place.line.number >= line.number {
                // A late frame on an older line proves the device, but not that this is the way to it.
                guard place.line === line else { return }
                place.shown.lastFrameAt = heard.at
                place.shown.manners = heard.manners
                place.shown.areaForm = heard.areaForm ?? place.shown.areaForm
                byDevice[heard.device] = place
                return
            }
            if let older = byDevice[heard.device]?.line { devicesByLine[older.number]?.remove(heard.device) }
            let shown = DeviceLine(
                device: heard.device, remote: line.remote, since: heard.at, lastFrameAt: heard.at,
                manners: heard.manners, areaForm: heard.areaForm)
            byDevice[heard.device] = Place(line: line, shown: shown)
            devicesByLine[line.number, default: []].insert(heard.device)
        }

        mutating func forget(_ line: Int) {
            for device in devicesByLine.removeValue(forKey: line) ?? [] { byDevice[device] = nil }
        }
    }

    /// Who speaks where; guarded by the mutex.
    private let places = Mutex(Places())
    /// Which logger without a number registers where; guarded by the mutex. Never more than registrations are kept.
    private let registrants = Mutex(Places())

    init() {}

    /// Devices that are connected now, by their MN.
    public var connected: [DeviceLine] {
        places.withLock { $0.byDevice.values.map(\.shown) }.sorted { $0.device < $1.device }
    }

    /// How many devices are connected now.
    public var connectedCount: Int { places.withLock { $0.byDevice.count } }

    /// The line of a device; nil when it is not connected.
    public func line(of device: String) -> DeviceLine? {
        places.withLock { $0.byDevice[device]?.shown }
    }

    /// The line on which a logger without a number registered last.
    public func line(ofRegistrant registrant: String) -> DeviceLine? {
        registrants.withLock { $0.byDevice[registrant]?.shown }
    }

    /// Sends whole frames to a logger without a number; otherwise as `send(_:to:)`.
    public func send(_ bytes: [UInt8], toRegistrant registrant: String) async -> SendOutcome {
        precondition(bytes.count <= Self.bytesMax, "What is sent at once must not be longer than a frame can be")
        guard let line = registrants.withLock({ $0.byDevice[registrant]?.line }) else { return .notConnected }
        return await line.send(bytes)
    }

    /// Sends whole frames to a device on its newest line. Returns without waiting for the device: one that does not
    /// read is `busy` after a few frames and holds up nobody.
    ///
    /// - Precondition: At most 10,240 bytes, the longest frame that four digits can declare.
    public func send(_ bytes: [UInt8], to device: String) async -> SendOutcome {
        precondition(bytes.count <= Self.bytesMax, "What is sent at once must not be longer than a frame can be")
        guard let line = places.withLock({ $0.byDevice[device]?.line }) else { return .notConnected }
        return await line.send(bytes)
    }

    static let bytesMax = 10_240

    /// Takes in a line on which nobody has proven anything yet.
    func open(_ line: AdmittedLine) -> OutboundLine {
        places.withLock { places in
            places.linesOpened += 1
            return OutboundLine(line, number: places.linesOpened)
        }
    }

    /// Notes devices that proved themselves on a line.
    func note(_ heard: [HeardDevice], on line: OutboundLine) {
        guard !heard.isEmpty else { return }
        places.withLock { places in
            for one in heard { places.note(one, on: line) }
        }
    }

    /// Notes loggers without a number that registered on a line.
    func note(registrants heard: [HeardDevice], on line: OutboundLine) {
        guard !heard.isEmpty else { return }
        registrants.withLock { places in
            for one in heard { places.note(one, on: line) }
        }
    }

    /// Forgets a line and the devices that speak on it.
    func close(_ line: OutboundLine) {
        line.beginClosing()
        places.withLock { $0.forget(line.number) }
        registrants.withLock { $0.forget(line.number) }
    }
}
