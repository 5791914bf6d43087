import HJ212
import Kernel

/// One line's talk with its device, without the socket: bytes in, answers out. Commit, then answer.
struct Conversation {
    /// What to send after a read, and whether to go on.
    struct Reply: Equatable {
        /// Answers in the order of their frames, to be written at once.
        var answers: [UInt8] = []
        var answerCount = 0
        /// A device proved that it works: at least one frame is stored.
        var hasProgress = false
        /// Devices that proved themselves, in the order of their frames; each once, by its newest frame.
        var heard: [HeardDevice] = []
        /// Loggers without a number that were noted, in the same way.
        var registrants: [HeardDevice] = []
        /// Why the line is to be closed after the answers; nil to go on.
        var closing: BoundedLog.Occasion?
    }

    private let remote: String
    private let settings: GatewaySettings
    private let commit: GroupCommit
    private let clock: any WallClock
    private let metrics: GatewayMetrics
    private var scanner: FrameScanner
    private var rejectedInARow = 0

    init(
        remote: String, settings: GatewaySettings, keys: (any AreaKeys)? = nil, commit: GroupCommit,
        clock: any WallClock, metrics: GatewayMetrics
    ) {
        scanner = FrameScanner(keys: keys)
        self.remote = remote
        self.settings = settings
        self.commit = commit
        self.clock = clock
        self.metrics = metrics
    }

    /// Takes what one read brought; returns when all that it completed is durable.
    ///
    /// - Throws: When frames could not be stored; then nothing may be answered.
    mutating func receive(_ bytes: some Sequence<UInt8>) async throws -> Reply {
        let receivedAt = clock.now()
        var reply = Reply()
        scanner.append(bytes)
        while reply.closing == nil {
            let arrivals = nextArrivals(receivedAt)
            if arrivals.isEmpty { break }
            try await settle(arrivals, into: &reply)
        }
        if reply.closing == nil, scanner.bufferedCount > settings.bufferedBytesMax { reply.closing = .bufferFull }
        return reply
    }

    /// Takes the end of the line: what is left is stored too, as a frame or as a rejected stretch.
    mutating func finish() async throws -> Reply {
        let receivedAt = clock.now()
        var reply = Reply()
        var rest = scanner.finish()[...]
        while !rest.isEmpty {
            let arrivals = rest.prefix(settings.arrivalsPerCommitMax).map { arrival($0, receivedAt) }
            rest = rest.dropFirst(arrivals.count)
            try await settle(arrivals, into: &reply)
        }
        return reply
    }

    private mutating func nextArrivals(_ receivedAt: Instant) -> [Arrival] {
        var arrivals: [Arrival] = []
        while arrivals.count < settings.arrivalsPerCommitMax, let event = scanner.next() {
            arrivals.append(arrival(event, receivedAt))
        }
        return arrivals
    }

    private func arrival(_ event: ScanEvent, _ receivedAt: Instant) -> Arrival {
        Arrival(event: event, receivedAt: receivedAt, remote: remote)
    }

    private mutating func settle(_ arrivals: [Arrival], into reply: inout Reply) async throws {
        let verdicts = try await commit.store(arrivals)
        for (arrival, verdict) in zip(arrivals, verdicts) {
            switch verdict {
            case .quarantined:
                rejectedInARow += 1
                if rejectedInARow >= settings.rejectedInARowMax { reply.closing = .rejectedInARow }
            case .noted(let registrant):
                // No proof of anything: who registers without end is closed like any other stranger.
                rejectedInARow += 1
                if rejectedInARow >= settings.rejectedInARowMax { reply.closing = .rejectedInARow }
                note(registrant, arrival, in: &reply)
                answer(arrival, in: &reply)
            case .stored, .alreadyStored:
                rejectedInARow = 0
                reply.hasProgress = true
                hear(arrival, in: &reply)
                answer(arrival, in: &reply)
            }
        }
        count(verdicts)
    }

    private func hear(_ arrival: Arrival, in reply: inout Reply) {
        guard let heard = arrival.heard, let device = HeardDevice(heard, at: arrival.receivedAt) else { return }
        reply.heard.removeAll { $0.device == device.device }
        reply.heard.append(device)
    }

    private func note(_ registrant: String?, _ arrival: Arrival, in reply: inout Reply) {
        guard let registrant, let heard = arrival.heard else { return }
        reply.registrants.removeAll { $0.device == registrant }
        reply.registrants.append(HeardDevice(registrant: registrant, heard, at: arrival.receivedAt))
    }

    private func answer(_ arrival: Arrival, in reply: inout Reply) {
        guard let heard = arrival.heard, let answer = OwedAnswer(for: heard)?.bytes(to: heard) else { return }
        reply.answers += answer
        reply.answerCount += 1
    }

    private func count(_ verdicts: [IntakeVerdict]) {
        metrics.update { counts in
            for verdict in verdicts {
                switch verdict {
                case .stored: counts.framesStored += 1
                case .alreadyStored: counts.framesRepeated += 1
                case .noted: counts.arrivalsNoted += 1
                case .quarantined: counts.arrivalsQuarantined += 1
                }
            }
        }
    }
}
