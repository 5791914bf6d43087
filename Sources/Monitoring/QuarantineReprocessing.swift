import Facts
import HJ212
import Kernel
import Persistence

/// Looks at set-aside bytes again after their cause was mended: what can be stored leaves the quarantine in the
/// transaction that stores it, the rest stays with the times it had.
struct QuarantineReprocessing: Sendable {
    let database: any Database
    let reception: FrameReception
    let journal: Journal
    /// Keys that may have come since; what they open is stored clear.
    let keys: (any AreaKeys)?

    /// What is looked at.
    enum Selection: Sendable, Equatable {
        /// These.
        case entries([Digest256])
        /// All of a reason, of a device, or of both; at least one is named.
        case all(reason: String?, device: DeviceNumber?)
    }

    /// Entries of one transaction: a frame costs under a millisecond, so that ingest waits a fraction of a second.
    /// Design value.
    static let batchSize = 300

    /// Looks at all of a selection, batch by batch; each batch is one transaction with its own fact.
    func run(_ selection: Selection, by person: PersonID, at now: Instant) async throws {
        var behind: Digest256?
        repeat {
            behind = try await database.write { [behind] access in
                let chosen = try self.chosen(selection, behind: behind, access)
                guard !chosen.isEmpty else { return nil }
                let fact = try self.reprocess(chosen, selection, now, access)
                try journal.append(fact, about: .city, by: .person(person), in: access)
                guard case .all = selection, chosen.count == Self.batchSize else { return nil }
                return chosen.last?.entry.digest
            }
        } while behind != nil
    }

    private typealias Chosen = (entry: QuarantineEntry, bytes: [UInt8])

    private func chosen(
        _ selection: Selection, behind: Digest256?, _ access: any ReadAccess
    ) throws -> [(entry: QuarantineEntry, bytes: [UInt8])] {
        switch selection {
        case .entries(let digests):
            try digests.prefix(Self.batchSize).compactMap {
                try QuarantineStore.entry($0, scope: .city, in: access)
            }
        case .all(let reason, let device):
            try QuarantineStore.batch(
                reason: reason, device: device, behind: behind, limit: Self.batchSize, in: access)
        }
    }

    private func reprocess(
        _ chosen: [Chosen], _ selection: Selection, _ now: Instant, _ access: any WriteAccess
    ) throws -> QuarantineReprocessed {
        let arrivals = chosen.map { entry, bytes in
            QuarantineReading(bytes, keys: keys).events.map {
                FrameArrival(event: $0, receivedAt: entry.firstReceivedAt, remote: entry.remote)
            }
        }
        // Bytes in which nothing is found at all are not taken out: nothing would bring them back.
        for ((entry, _), found) in zip(chosen, arrivals) where !found.isEmpty {
            try QuarantineStore.remove(entry, in: access)
        }
        var verdicts = try reception.receive(Array(arrivals.joined()), now: now, in: access)[...]
        var (stored, repeated) = (0, 0)
        for ((entry, _), arrivals) in zip(chosen, arrivals) {
            let own = verdicts.prefix(arrivals.count)
            verdicts = verdicts.dropFirst(arrivals.count)
            if own.isEmpty { continue }
            if own.contains(where: \.isRefusal) {
                try QuarantineStore.restoreTimes(of: entry, in: access)
            } else if own.contains(.stored) {
                stored += 1
            } else {
                repeated += 1
            }
        }
        var (reason, device): (String?, DeviceNumber?)
        if case .all(let chosenReason, let chosenDevice) = selection { (reason, device) = (chosenReason, chosenDevice) }
        return QuarantineReprocessed(
            selected: chosen.count, stored: stored, repeated: repeated, remaining: chosen.count - stored - repeated,
            reason: reason, device: device)
    }
}

extension FrameVerdict {
    fileprivate var isRefusal: Bool {
        if case .quarantined = self { true } else { false }
    }
}
