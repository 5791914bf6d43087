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

    private let settings: GatewaySettings
    /// Makes arrivals durable, in their order.
    private let store: @Sendable ([Arrival]) async throws -> [IntakeVerdict]
    private let clock: any WallClock
    private let metrics: GatewayMetrics
    private let manners: MannersBook
    private var reader: ArrivalReader
    private var rejectedInARow = 0

    init(
        remote: String, settings: GatewaySettings, keys: (any AreaKeys)? = nil, manners: MannersBook,
        clock: any WallClock, metrics: GatewayMetrics,
        store: @escaping @Sendable ([Arrival]) async throws -> [IntakeVerdict]
    ) {
        reader = ArrivalReader(remote: remote, keys: keys)
        self.manners = manners
        self.settings = settings
        self.store = store
        self.clock = clock
        self.metrics = metrics
    }

    /// Takes what one read brought; returns when all that it completed is durable.
    ///
    /// - Throws: When frames could not be stored; then nothing may be answered.
    mutating func receive(_ bytes: some Sequence<UInt8>) async throws -> Reply {
        let receivedAt = clock.now()
        var reply = Reply()
        reader.append(bytes)
        while reply.closing == nil {
            let arrivals = nextArrivals(receivedAt)
            if arrivals.isEmpty { break }
            try await settle(arrivals, into: &reply)
        }
        if reply.closing == nil, reader.bufferedCount > settings.bufferedBytesMax { reply.closing = .bufferFull }
        return reply
    }

    /// Takes the end of the line: what is left is stored too, as a frame or as a rejected stretch.
    mutating func finish() async throws -> Reply {
        let receivedAt = clock.now()
        var reply = Reply()
        var rest = reader.finish(at: receivedAt)[...]
        while !rest.isEmpty {
            let arrivals = Array(rest.prefix(settings.arrivalsPerCommitMax))
            rest = rest.dropFirst(arrivals.count)
            try await settle(arrivals, into: &reply)
        }
        return reply
    }

    private mutating func nextArrivals(_ receivedAt: Instant) -> [Arrival] {
        var arrivals: [Arrival] = []
        while arrivals.count < settings.arrivalsPerCommitMax, let arrival = reader.next(at: receivedAt) {
            arrivals.append(arrival)
        }
        return arrivals
    }

    private mutating func settle(_ arrivals: [Arrival], into reply: inout Reply) async throws {
        let verdicts = try await store(arrivals)
        for (arrival, verdict) in zip(arrivals, verdicts) {
            switch verdict {
            case .quarantined:
                rejectedInARow += 1
                if rejectedInARow >= settings.rejectedInARowMax { reply.closing = .rejectedInARow }
            case .noted(let registrant):
                // No proof of anything: who registers without end is closed like any other stranger.
                rejectedInARow += 1
                if rejectedInARow >= settings.rejectedInARowMax { reply.closing = .rejectedInARow }
                guard let heard = arrival.heard else { continue }
                note(registrant, heard, at: arrival.receivedAt, in: &reply)
                answer(heard, in: heard.manners, into: &reply)
            case .stored, .alreadyStored:
                rejectedInARow = 0
                reply.hasProgress = true
                guard let heard = arrival.heard else { continue }
                let manners = hear(heard, at: arrival.receivedAt, isNew: verdict == .stored, in: &reply)
                answer(heard, in: manners, into: &reply)
            }
        }
        count(verdicts)
    }

    /// Notes the device of a stored frame, and tells how it is spoken to.
    private func hear(
        _ heard: HeardFrame, at moment: Instant, isNew: Bool, in reply: inout Reply
    ) -> Manners {
        guard let device = heard.mn else { return heard.manners }
        let known = manners.learn(from: heard, of: device, isNew: isNew)
        reply.heard.removeAll { $0.device == device }
        reply.heard.append(HeardDevice(heard, as: device, in: known, at: moment))
        return known
    }

    private func note(_ registrant: String?, _ heard: HeardFrame, at moment: Instant, in reply: inout Reply) {
        guard let registrant else { return }
        reply.registrants.removeAll { $0.device == registrant }
        reply.registrants.append(HeardDevice(heard, as: registrant, in: heard.manners, at: moment))
    }

    private func answer(_ heard: HeardFrame, in manners: Manners, into reply: inout Reply) {
        guard let answer = OwedAnswer(for: heard)?.bytes(to: heard, in: manners) else { return }
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
