import Facts
import HJ212
import Kernel
import Persistence

/// Takes requests into the queue: held against the limits, stored and journalled in one transaction.
struct ConversationDesk: Sendable {
    let journal: Journal
    let entropy: any EntropySource

    /// What somebody asks of a device.
    struct Request: Sendable {
        let command: DeviceCommand
        /// Nil for the kind of line last used.
        let link: LinkType?
        let reason: String
        let author: FactAuthor
        let authorName: String
    }

    /// What came of a request: the conversation that waits now, and those it took the place of.
    struct Taken: Sendable {
        let record: ConversationRecord
        let superseded: [ConversationRecord]
    }

    /// Puts a request into its device's queue. Throws `CommandRefusal` when it may not be; nothing is changed then.
    ///
    /// - Parameter edition: The edition the device was last heard to speak, when it was heard.
    func ask(
        _ request: Request, of station: DeviceStation, edition: HJ212.Dialect?, at now: Instant,
        in access: any WriteAccess
    ) throws -> Taken {
        let kind = request.command.kind
        if let edition, !kind.trait.exists(in: edition) { throw CommandRefusal.notInEdition(edition) }
        let queued = try ConversationStore.queued(for: station.device, in: access)
        // A history is a range of its own; anything else that still waits is said anew by the newer request.
        let outdated = kind.isHistory ? [] : queued.filter { $0.command.kind == kind }
        var today = try ConversationStore.counts(of: station.device, on: now.civil.date, in: access)
        let outdatedToday = outdated.filter { $0.askedAt.civil.date == now.civil.date }.count
        today[kind] = today[kind, default: 0] - outdatedToday
        try StormLimits.check(
            kind, askedToday: today, queuedForDevice: queued.count - outdated.count,
            queued: try ConversationStore.queuedCount(access) - outdated.count)
        let superseded = try outdated.map { try end($0, by: .superseded, at: now, in: access) }
        let link = try request.link ?? ConversationStore.newestLink(of: station.device, in: access) ?? .mobile
        let record = ConversationRecord(
            id: ConversationID(checked: "DC" + entropy.bytes(8).hex), device: station.device, outlet: station.outlet,
            enterprise: station.enterprise, region: station.region, command: request.command, link: link,
            askedBy: request.author, askedName: request.authorName, reason: request.reason, askedAt: now,
            machine: Conversation(
                pattern: kind.trait.pattern, timing: link.timing, executionS: kind.executionS(over: link),
                queuedAt: now))
        try ConversationStore.insert(record, in: access)
        try journal.append(record.asked, about: record.subject, by: request.author, occurredAt: now, in: access)
        return Taken(record: record, superseded: superseded)
    }

    /// Ends a conversation by an event, in rows and journal.
    func end(
        _ record: ConversationRecord, by event: ConversationEvent, at now: Instant, in access: any WriteAccess
    ) throws -> ConversationRecord {
        var record = record
        guard record.machine.take(event, at: now) == .finish else { return record }
        record.endedAt = now
        try ConversationStore.update(record, in: access)
        try journalEnd(of: record, in: access)
        return record
    }

    /// Journals that a conversation ended.
    func journalEnd(of record: ConversationRecord, in access: any WriteAccess) throws {
        guard let fact = record.ended else { return }
        try journal.append(
            fact, about: record.subject, by: .system("devices"), occurredAt: record.endedAt, in: access)
    }

    /// Journals that a request left for the first time.
    func journalSending(of record: ConversationRecord, in access: any WriteAccess) throws {
        guard let fact = record.sent else { return }
        try journal.append(fact, about: record.subject, by: .system("devices"), occurredAt: record.sentAt, in: access)
    }
}
