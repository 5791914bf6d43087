import HJ212
import Kernel

/// One request of the platform to a data logger and what comes of it: a pure state machine.
///
/// Bytes, clocks and rows are the caller's affair; `docs/method/conversations.md` prints the whole table of states and
/// events, and a test walks it cell by cell. Only one conversation of a device runs at a time, so that a data frame can
/// belong to no other.
struct Conversation: Sendable, Equatable {
    /// What the caller must do after an event.
    enum Action: Sendable, Equatable {
        case nothing
        /// Write the request (the same QN each time) to the line.
        case send
        /// The conversation has ended; see `outcome`.
        case finish
    }

    /// How it is answered.
    let pattern: CommandPattern
    /// The patience of its line.
    let timing: LinkType.Timing
    /// How long the device may take to carry it out after 9011, in seconds.
    let executionS: Int
    private(set) var state: ConversationState
    /// How often the request was sent.
    private(set) var tries: Int
    /// How many data frames came.
    private(set) var dataFrames: Int
    /// When waiting ends; nil once it has ended.
    private(set) var deadline: Instant?
    /// When a running conversation ends whatever comes; nil before it runs.
    private(set) var endsBy: Instant?
    /// Why it ended; nil until then.
    private(set) var outcome: ConversationOutcome?

    /// A request waits this long for its turn and its line. Design value.
    static let queuedHoursMax: Int64 = 24
    /// A running conversation ends after this at the latest, so that a device that drips data holds nothing for ever.
    /// Design value.
    static let runningHoursMax: Int64 = 2

    /// A conversation that waits for its turn.
    init(pattern: CommandPattern, timing: LinkType.Timing, executionS: Int, queuedAt: Instant) {
        self.pattern = pattern
        self.timing = timing
        self.executionS = executionS
        state = .queued
        tries = 0
        dataFrames = 0
        deadline = queuedAt.adding(hours: Self.queuedHoursMax)
    }

    /// A conversation read back.
    init(
        pattern: CommandPattern, timing: LinkType.Timing, executionS: Int, state: ConversationState, tries: Int,
        dataFrames: Int, deadline: Instant?, outcome: ConversationOutcome?
    ) {
        self.pattern = pattern
        self.timing = timing
        self.executionS = executionS
        self.state = state
        self.tries = tries
        self.dataFrames = dataFrames
        self.deadline = deadline
        self.outcome = outcome
    }

    /// Takes an event; what does not belong to the present state changes nothing.
    mutating func take(_ event: ConversationEvent, at now: Instant) -> Action {
        switch state {
        case .queued: takeQueued(event, now)
        case .sent: takeSent(event, now)
        case .accepted, .receiving: takeAccepted(event, now)
        case .done, .refused, .failed, .unanswered, .interrupted, .superseded, .expired: .nothing
        }
    }

    private mutating func takeQueued(_ event: ConversationEvent, _ now: Instant) -> Action {
        switch event {
        case .turn:
            endsBy = now.adding(hours: Self.runningHoursMax)
            return send(now)
        case .deadline: return end(.expired, .noLine)
        case .superseded: return end(.superseded, .superseded)
        case .unwritable: return end(.failed, .unwritable)
        case .requestAnswer, .executionResult, .notificationAnswer, .data, .lineOpened, .stopped: return .nothing
        }
    }

    private mutating func takeSent(_ event: ConversationEvent, _ now: Instant) -> Action {
        switch event {
        case .deadline: return tries <= timing.reCount ? send(now) : end(.unanswered, .noAnswer)
        case .lineOpened: return tries <= timing.reCount ? send(now) : .nothing
        case .requestAnswer(.ready):
            if pattern == .notification { return end(.done, .answeredNotification) }
            state = .accepted
            wait(seconds: executionS, from: now)
            return .nothing
        case .requestAnswer(let answer): return end(.refused, .answer(answer.code))
        case .executionResult(let result): return end(with: result)
        case .notificationAnswer: return pattern == .notification ? end(.done, .notified) : .nothing
        case .data: return receive(now)
        case .stopped: return end(.interrupted, .stopped)
        case .turn, .superseded, .unwritable: return .nothing
        }
    }

    private mutating func takeAccepted(_ event: ConversationEvent, _ now: Instant) -> Action {
        switch event {
        case .deadline:
            return state == .receiving ? end(.done, .resultMissing) : end(.failed, .silence)
        case .requestAnswer(let answer):
            // A second 9011 that is ready repeats the first; a refusal after it takes it back, unless data came.
            return answer == .ready || state == .receiving ? .nothing : end(.refused, .answer(answer.code))
        case .executionResult(let result): return end(with: result)
        case .data: return receive(now)
        case .stopped: return end(.interrupted, .stopped)
        case .turn, .notificationAnswer, .lineOpened, .superseded, .unwritable: return .nothing
        }
    }

    private mutating func send(_ now: Instant) -> Action {
        state = .sent
        tries += 1
        wait(seconds: timing.overTimeS, from: now)
        return .send
    }

    private mutating func receive(_ now: Instant) -> Action {
        guard pattern == .withData else { return .nothing }
        state = .receiving
        dataFrames += 1
        wait(seconds: timing.overTimeS * (timing.reCount + 1), from: now)
        return .nothing
    }

    private mutating func end(with result: ExeRtn) -> Action {
        switch result {
        case .success: end(.done, .execution(result.code))
        case .noData: end(pattern == .withData ? .done : .failed, .execution(result.code))
        case .failure, .badCondition, .timeout, .busy, .systemFault, .other:
            end(.failed, .execution(result.code))
        }
    }

    private mutating func end(_ state: ConversationState, _ outcome: ConversationOutcome) -> Action {
        self.state = state
        self.outcome = outcome
        deadline = nil
        return .finish
    }

    private mutating func wait(seconds: Int, from now: Instant) {
        let due = now.adding(seconds: Int64(seconds))
        deadline = endsBy.map { min($0, due) } ?? due
    }
}
