import Kernel
import NIOCore
import Synchronization

/// The lines that are open, counted against the limits.
final class ConnectionRegister: Sendable {
    enum Refusal: Error, Equatable {
        case gatewayFull
        case addressFull
        /// The address opened as many lines in this minute as one address may.
        case addressTooFast
        /// The address is not among those that may connect.
        case addressForeign
        /// The gateway is closing.
        case closing
    }

    private struct Entry {
        let line: AdmittedLine
        let sender: IPAddress?
        var isServed = false
    }

    private struct Entries {
        var lines: [ObjectIdentifier: Entry] = [:]
        var countBySender: [IPAddress?: Int] = [:]
        var rate: ConnectionRate
        var isClosing = false
    }

    private let connectionsMax: Int
    private let connectionsPerAddressMax: Int
    private let allowed: [AddressRange]
    private let clock: any WallClock
    /// Guarded by the mutex.
    private let entries: Mutex<Entries>

    init(_ settings: GatewaySettings, clock: any WallClock) {
        connectionsMax = settings.connectionsMax
        connectionsPerAddressMax = settings.connectionsPerAddressMax
        allowed = settings.allowed
        self.clock = clock
        entries = Mutex(Entries(rate: ConnectionRate(perMinuteMax: settings.connectionsPerAddressPerMinuteMax)))
    }

    /// Takes a line in; the register keeps it until its release.
    ///
    /// - Throws: `Refusal` when a limit forbids the line, which then is never made; what making it threw.
    func admit(from address: IPAddress?, _ makeLine: () throws -> AdmittedLine) throws -> AdmittedLine {
        guard allowed.isEmpty || allowed.contains(where: { address.map($0.contains) ?? false }) else {
            throw Refusal.addressForeign
        }
        let sender = address?.subscriber
        let now = clock.now()
        return try entries.withLock { entries in
            guard !entries.isClosing else { throw Refusal.closing }
            guard entries.rate.admits(sender, at: now) else { throw Refusal.addressTooFast }
            guard entries.lines.count < connectionsMax else { throw Refusal.gatewayFull }
            guard entries.countBySender[sender, default: 0] < connectionsPerAddressMax else {
                throw Refusal.addressFull
            }
            let line = try makeLine()
            entries.lines[ObjectIdentifier(line.channel)] = Entry(line: line, sender: sender)
            entries.countBySender[sender, default: 0] += 1
            return line
        }
    }

    /// Notes that somebody works for the line from now on.
    func beginService(of line: AdmittedLine) {
        entries.withLock { $0.lines[ObjectIdentifier(line.channel)]?.isServed = true }
    }

    /// Frees the place. To be called when nobody works for the line any more, not when its socket closes: otherwise a
    /// peer that reconnects fast could pile up work beyond the limits.
    func release(_ line: AdmittedLine) {
        entries.withLock { entries in
            guard let entry = entries.lines.removeValue(forKey: ObjectIdentifier(line.channel)) else { return }
            let left = entries.countBySender[entry.sender, default: 1] - 1
            entries.countBySender[entry.sender] = left > 0 ? left : nil
        }
    }

    /// Admits nobody from now on and gives out the lines that nobody works for.
    func close() -> [AdmittedLine] {
        entries.withLock { entries in
            entries.isClosing = true
            return entries.lines.values.filter { !$0.isServed }.map(\.line)
        }
    }
}
