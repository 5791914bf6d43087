import NIOCore
import Synchronization

/// The lines that are open, counted against the limits.
final class ConnectionRegister: Sendable {
    enum Refusal: Error, Equatable {
        case gatewayFull
        case addressFull
        /// The gateway is closing.
        case closing
    }

    private struct Entry {
        let line: AdmittedLine
        let address: String
        var isServed = false
    }

    private struct Entries {
        var lines: [ObjectIdentifier: Entry] = [:]
        var countByAddress: [String: Int] = [:]
        var isClosing = false
    }

    private let connectionsMax: Int
    private let connectionsPerAddressMax: Int
    /// Guarded by the mutex.
    private let entries = Mutex(Entries())

    init(connectionsMax: Int, connectionsPerAddressMax: Int) {
        self.connectionsMax = connectionsMax
        self.connectionsPerAddressMax = connectionsPerAddressMax
    }

    /// Takes a line in; the register keeps it until its release.
    ///
    /// - Throws: `Refusal` when a limit forbids the line, which then is never made; what making it threw.
    func admit(from address: String, _ makeLine: () throws -> AdmittedLine) throws -> AdmittedLine {
        try entries.withLock { entries in
            guard !entries.isClosing else { throw Refusal.closing }
            guard entries.lines.count < connectionsMax else { throw Refusal.gatewayFull }
            guard entries.countByAddress[address, default: 0] < connectionsPerAddressMax else {
                throw Refusal.addressFull
            }
            let line = try makeLine()
            entries.lines[ObjectIdentifier(line.channel)] = Entry(line: line, address: address)
            entries.countByAddress[address, default: 0] += 1
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
            let left = entries.countByAddress[entry.address, default: 1] - 1
            entries.countByAddress[entry.address] = left > 0 ? left : nil
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
