import Facts
import HJ212
import Kernel
import Persistence

/// Runs all conversations on one clock: one task looks at what came in, at deadlines and at lines, writes down what
/// changed in one transaction, and only then sends. A device that never answers waits in its own row of the table and
/// holds nobody up.
public actor ConversationRunner {
    private let database: any Database
    private let desk: ConversationDesk
    private let directory: any DeviceDirectory
    private let register: any DeviceRegister
    private let registrations: RegistrationDesk
    private let link: any DeviceLink
    private let inbox: ConversationInbox
    private let clock: any WallClock
    /// What waits, in the order it was asked, by device.
    private var queues: [DeviceNumber: [ConversationRecord]] = [:]
    private var running: [DeviceNumber: Running] = [:]
    /// The newest QN given out; two requests never share one.
    private var newestNumber = Instant(milliseconds: 0)

    /// A conversation that waits for its device.
    struct Running: Sendable {
        var record: ConversationRecord
        var addressee: CommandFrame.Addressee
        var lastSentAt: Instant
    }

    init(
        database: any Database, desk: ConversationDesk, directory: any DeviceDirectory,
        register: any DeviceRegister, registrations: RegistrationDesk, link: any DeviceLink, inbox: ConversationInbox,
        clock: any WallClock
    ) {
        self.database = database
        self.desk = desk
        self.directory = directory
        self.register = register
        self.registrations = registrations
        self.link = link
        self.inbox = inbox
        self.clock = clock
    }

    /// Runs conversations until the task is cancelled; a look that fails is reported, and what it had in hand is taken
    /// up by the next one.
    public func run(every interval: Duration, reporting report: @Sendable (any Error) -> Void) async throws {
        try await recover()
        let inbox = inbox
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while true {
                    try await Task.sleep(for: interval)
                    inbox.pulse()
                }
            }
            for await _ in inbox.signals {
                do { try await look() } catch {
                    try Task.checkCancellation()
                    report(error)
                }
            }
            group.cancelAll()
        }
    }

    /// Takes up what an earlier process left: what ran is interrupted, what waited waits on.
    func recover() async throws {
        let (desk, now) = (desk, clock.now())
        let waiting = try await database.write { access in
            try ConversationStore.unfinished(access).map { try desk.end($0, by: .stopped, at: now, in: access) }
                .filter { !$0.machine.state.isEnded }
        }
        queues = Dictionary(grouping: waiting, by: \.device)
        newestNumber = now
    }

    /// One look at everything.
    func look() async throws {
        let mail = inbox.take()
        let now = clock.now()
        var round = ConversationRound(queues: queues, running: running, now: now)
        round.queue(mail.taken)
        round.hear(mail.frames)
        round.passDeadlines()
        for record in round.recordsSent {
            guard let line = await line(for: record) else { continue }
            round.noteLine(line, of: record.device)
        }
        do {
            let taken = try await commit(&round, wishes: mail.wishes, try await addressees(for: round.recordsIdle))
            for one in taken { inbox.put(one) }
        } catch is ConversationStore.EndedMeanwhile {
            // A newer request took the place of one that was about to begin; its news is on the way, and the next look
            // finds it.
            return inbox.putBack(mail)
        } catch {
            inbox.putBack(mail)
            throw error
        }
        queues = round.queues
        running = round.running
        newestNumber = max(newestNumber, round.newestNumber)
        let unnumbered = running.values.filter { $0.record.command.registrant != nil }.compactMap { one in
            one.record.requestNumber.map {
                ($0.text, ConversationInbox.Unnumbered(device: one.record.device, remote: one.addressee.remote))
            }
        }
        inbox.listen(to: Set(running.keys), unnumbered: Dictionary(unnumbered) { $1 })
        try await send(round.sendings)
    }

    /// The way to a request's device.
    private func line(for record: ConversationRecord) async -> OpenLine? {
        guard let registrant = record.command.registrant else { return await link.line(of: record.device) }
        return await link.line(ofRegistrant: registrant)
    }

    /// Where requests of idle devices would go: those whose line is open.
    private func addressees(
        for records: [ConversationRecord]
    ) async throws -> [DeviceNumber: CommandFrame.Addressee] {
        var connected: [(ConversationRecord, OpenLine)] = []
        for record in records {
            if let line = await line(for: record) { connected.append((record, line)) }
        }
        guard !connected.isEmpty else { return [:] }
        let (directory, register, registrations) = (directory, register, registrations)
        return try await database.read { [connected] access in
            var found: [DeviceNumber: CommandFrame.Addressee] = [:]
            for (record, line) in connected {
                let device = record.device
                // Nobody proved anything on the line of a registration: it hears back what it sent, and no more.
                let password =
                    if let registrant = record.command.registrant {
                        try registrations.password(of: registrant, in: access)
                    } else {
                        try directory.password(of: device, in: access)
                    }
                guard let station = try directory.station(of: device, in: access), let password else { continue }
                found[device] = CommandFrame.Addressee(
                    device: device, systemCode: station.systemCode, password: password, edition: line.edition,
                    crc: line.crc, remote: line.remote, terms: try register.terms(of: device, in: access),
                    areaForm: line.areaForm)
            }
            return found
        }
    }

    /// Begins what can begin, and makes the round durable; returns the requests that devices' wishes became.
    private func commit(
        _ round: inout ConversationRound, wishes: [DeviceNumber: Set<Int>],
        _ addressees: [DeviceNumber: CommandFrame.Addressee]
    ) async throws -> [ConversationDesk.Taken] {
        round.newestNumber = newestNumber
        round.begin(addressees)
        guard round.hasNews || !wishes.isEmpty else { return [] }
        let (desk, directory, register, changes, now) = (desk, directory, register, round.changes, round.now)
        return try await database.write { access in
            for change in changes {
                try ConversationStore.update(change.record, in: access)
                try ExchangeStore.append(change.exchanges, to: change.record.id, in: access)
                if change.isFirstSending { try desk.journalSending(of: change.record, in: access) }
                if change.hasEnded { try desk.journalEnd(of: change.record, in: access) }
                guard let confirmed = change.confirmed else { continue }
                try register.confirm(confirmed, of: change.record.device, at: now, in: access)
            }
            return try DeviceWishes(desk: desk, directory: directory, register: register)
                .answer(wishes, at: now, in: access)
        }
    }

    /// Sends side by side; what no line took is written down and goes out again at its deadline.
    private func send(_ sendings: [ConversationRound.Sending]) async throws {
        guard !sendings.isEmpty else { return }
        let link = link
        let unsent = await withTaskGroup(of: ConversationRound.Sending?.self) { group in
            for sending in sendings {
                group.addTask {
                    let outcome =
                        if let registrant = sending.registrant {
                            await link.send(sending.bytes, toRegistrant: registrant)
                        } else {
                            await link.send(sending.bytes, to: sending.device)
                        }
                    return outcome == .sent ? nil : sending
                }
            }
            var unsent: [ConversationRound.Sending] = []
            for await sending in group {
                if let sending { unsent.append(sending) }
            }
            return unsent
        }
        guard !unsent.isEmpty else { return }
        let now = clock.now()
        try await database.write { access in
            for sending in unsent {
                let exchange = Exchange(
                    sending: sending.bytes, command: sending.command, direction: .unsent, at: now)
                try ExchangeStore.append([exchange], to: sending.conversation, in: access)
            }
        }
    }
}
