import HJ212
import Kernel

/// One look of the runner, as values: what changed, what is to be written down, what is to be sent.
struct ConversationRound: Sendable {
    /// What is to be written down of one conversation.
    struct Change: Sendable {
        var record: ConversationRecord
        var exchanges: [Exchange] = []
        var isFirstSending = false
        var hasEnded = false

        /// What the device has confirmed by carrying it out; nil for nothing.
        var confirmed: DeviceChange? {
            hasEnded && record.machine.outcome == .execution(ExeRtn.success.code) ? record.command.change : nil
        }
    }

    /// A request on its way to a line.
    struct Sending: Sendable {
        let conversation: ConversationID
        let device: DeviceNumber
        /// Where it goes when the device has no number yet.
        let registrant: String?
        let command: Int
        let bytes: [UInt8]
    }

    private(set) var queues: [DeviceNumber: [ConversationRecord]]
    private(set) var running: [DeviceNumber: ConversationRunner.Running]
    let now: Instant
    /// The newest QN given out.
    var newestNumber = Instant(milliseconds: 0)
    private(set) var sendings: [Sending] = []
    private var changed: [ConversationID: Change] = [:]

    init(
        queues: [DeviceNumber: [ConversationRecord]], running: [DeviceNumber: ConversationRunner.Running],
        now: Instant
    ) {
        self.queues = queues
        self.running = running
        self.now = now
    }

    var hasNews: Bool { !changed.isEmpty }

    /// What changed, in an order that does not depend on hashing.
    var changes: [Change] { changed.values.sorted { $0.record.id < $1.record.id } }

    /// Requests that wait for their answer.
    var recordsSent: [ConversationRecord] {
        running.values.filter { $0.record.machine.state == .sent }.map(\.record).sorted { $0.device < $1.device }
    }

    /// The next request of each device that talks about nothing.
    var recordsIdle: [ConversationRecord] {
        queues.filter { running[$0.key] == nil }.compactMap(\.value.first).sorted { $0.device < $1.device }
    }

    /// Puts new requests into their queues and takes those out whose place they took.
    mutating func queue(_ taken: [ConversationDesk.Taken]) {
        for one in taken {
            let gone = Set(one.superseded.map(\.id))
            queues[one.record.device, default: []].removeAll { gone.contains($0.id) }
            queues[one.record.device, default: []].append(one.record)
        }
    }

    /// Takes what devices sent.
    mutating func hear(_ frames: [DeviceNumber: [ObservedFrame]]) {
        for (device, observed) in frames.sorted(by: { $0.key < $1.key }) {
            for one in observed {
                guard let record = running[device]?.record, let qn = record.requestNumber,
                    let event = AnswerReading.event(of: one.frame, qn: qn, command: record.command)
                else { continue }
                var heard = record
                if event == .data, !record.command.kind.isHistory { heard.answer = Self.area(of: one.frame) }
                take(event, heard, exchange: Exchange(received: one.heard, at: one.receivedAt))
            }
        }
    }

    /// Ends waiting whose time is over.
    mutating func passDeadlines() {
        for device in running.keys.sorted() {
            guard let record = running[device]?.record, let deadline = record.machine.deadline, deadline <= now else {
                continue
            }
            take(.deadline, record, exchange: nil)
        }
        for (device, waiting) in queues.sorted(by: { $0.key < $1.key }) {
            for record in waiting where record.machine.deadline ?? now <= now { drop(record, of: device, .deadline) }
        }
    }

    /// A device that connected anew after its request left may never have got it.
    mutating func noteLine(_ line: OpenLine, of device: DeviceNumber) {
        guard let one = running[device], line.since > one.lastSentAt else { return }
        running[device]?.addressee.remote = line.remote
        take(.lineOpened, one.record, exchange: nil)
    }

    /// Begins the first waiting request of each idle device that can be reached.
    mutating func begin(_ addressees: [DeviceNumber: CommandFrame.Addressee]) {
        for (device, addressee) in addressees.sorted(by: { $0.key < $1.key }) {
            guard running.count < StormLimits.runningMax, running[device] == nil,
                var record = queues[device]?.first
            else { continue }
            record.edition = addressee.edition
            record.requestNumber = nextNumber()
            guard CommandFrame.bytes(of: record, to: addressee, at: now) != nil else {
                record.requestNumber = nil
                drop(record, of: device, .unwritable)
                continue
            }
            record.sentAt = now
            remove(record, from: device)
            running[device] = ConversationRunner.Running(record: record, addressee: addressee, lastSentAt: now)
            take(.turn, record, exchange: nil)
        }
    }

    private mutating func take(_ event: ConversationEvent, _ record: ConversationRecord, exchange: Exchange?) {
        var record = record
        let before = record.machine
        let action = record.machine.take(event, at: now)
        guard record.machine != before || exchange != nil else { return }
        if action == .finish { record.endedAt = now }
        var change = changed[record.id] ?? Change(record: record)
        change.record = record
        if let exchange { change.exchanges.append(exchange) }
        change.isFirstSending = change.isFirstSending || event == .turn
        change.hasEnded = change.hasEnded || action == .finish
        if action == .send, let addressee = running[record.device]?.addressee,
            let bytes = CommandFrame.bytes(of: record, to: addressee, at: now)
        {
            let command = record.command.kind.trait.command.rawValue
            change.exchanges.append(Exchange(sending: bytes, command: command, direction: .sent, at: now))
            sendings.append(
                Sending(
                    conversation: record.id, device: record.device, registrant: record.command.registrant,
                    command: command, bytes: bytes))
            running[record.device]?.lastSentAt = now
        }
        running[record.device]?.record = record
        if action == .finish { running[record.device] = nil }
        changed[record.id] = change
    }

    /// Ends a request that never ran.
    private mutating func drop(_ record: ConversationRecord, of device: DeviceNumber, _ event: ConversationEvent) {
        var record = record
        guard record.machine.take(event, at: now) == .finish else { return }
        record.endedAt = now
        changed[record.id] = Change(record: record, hasEnded: true)
        remove(record, from: device)
    }

    private mutating func remove(_ record: ConversationRecord, from device: DeviceNumber) {
        queues[device]?.removeAll { $0.id == record.id }
        if queues[device]?.isEmpty ?? false { queues[device] = nil }
    }

    /// The present moment, or the next free millisecond behind the newest QN.
    private mutating func nextNumber() -> QN {
        newestNumber = max(now, newestNumber.adding(milliseconds: 1))
        return QN(CivilStamp(millisecondsSince1970: newestNumber.milliseconds))
    }

    /// What stands in the data area.
    private static func area(of frame: Frame) -> String {
        let text = frame.items.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        return String(text.prefix(ConversationRecord.answerLengthMax))
    }
}

extension CommandFrame {
    /// The bytes of a stored request that has its QN.
    static func bytes(of record: ConversationRecord, to addressee: Addressee, at now: Instant) -> [UInt8]? {
        record.requestNumber.flatMap { bytes(of: record.command, qn: $0, to: addressee, at: now) }
    }
}
