import HJ212
import Kernel
import Synchronization

/// What waits for the runner. The gateway's intake puts stored frames in, so that costs one look into a small table for
/// each frame and nothing else; a full box drops frames, and the conversation they belonged to runs into its deadline.
final class ConversationInbox: Sendable {
    /// What came in since the last look.
    struct Mail: Sendable {
        var frames: [DeviceNumber: [ObservedFrame]] = [:]
        var frameCount = 0
        var taken: [ConversationDesk.Taken] = []
        /// What devices asked for: command numbers by device.
        var wishes: [DeviceNumber: Set<Int>] = [:]
    }

    private struct State {
        var mail = Mail()
        /// The devices with a running conversation.
        var talking: Set<DeviceNumber> = []
        /// Running orders to loggers without a number, by QN.
        var unnumbered: [String: Unnumbered] = [:]
    }

    /// The number that a logger without one is being given, and where its line ends.
    struct Unnumbered: Sendable {
        let device: DeviceNumber
        let remote: String
    }

    /// Frames kept between two looks. Design value.
    static let framesMax = 10_000
    /// Commands by which a device asks the platform for something: its time, a new key.
    static let wishes: Set<Int> = [1013, 1014]

    /// Guarded by the mutex.
    private let state = Mutex(State())
    /// Yields when something came in.
    let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation

    init() {
        (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Wakes the runner.
    func pulse() { signal.yield() }

    /// Keeps what a running conversation may wait for, and notes what devices wish.
    func observe(_ frames: [ObservedFrame]) {
        let isNews = state.withLock { state -> Bool in
            var isNews = false
            for observed in frames {
                let number = observed.heard.cn?.rawValue ?? 0
                let isWish = Self.wishes.contains(number)
                // Most of the time nobody is talked with; then a frame costs no more than this.
                guard isWish || !state.talking.isEmpty,
                    let device = observed.heard.mn.flatMap({ DeviceNumber($0) })
                else { continue }
                if isWish {
                    state.mail.wishes[device, default: []].insert(number)
                    isNews = true
                }
                guard state.talking.contains(device), state.mail.frameCount < Self.framesMax else { continue }
                state.mail.frames[device, default: []].append(observed)
                state.mail.frameCount += 1
                isNews = true
            }
            return isNews
        }
        if isNews { pulse() }
    }

    /// Keeps an answer without a number when it belongs to a running order over that very line; tells whether it does.
    func observe(unnumbered observed: ObservedFrame, from remote: String) -> Bool {
        let isAwaited = state.withLock { state -> Bool in
            guard let qn = observed.frame.answeredQN, let order = state.unnumbered[qn.text], order.remote == remote,
                state.mail.frameCount < Self.framesMax
            else { return false }
            state.mail.frames[order.device, default: []].append(observed)
            state.mail.frameCount += 1
            return true
        }
        if isAwaited { pulse() }
        return isAwaited
    }

    /// A request was taken into the queue.
    func put(_ taken: ConversationDesk.Taken) {
        state.withLock { $0.mail.taken.append(taken) }
        pulse()
    }

    /// Takes everything out.
    func take() -> Mail {
        state.withLock { state in
            let mail = state.mail
            state.mail = Mail()
            return mail
        }
    }

    /// Puts back what could not be worked off, before anything that came since.
    func putBack(_ mail: Mail) {
        state.withLock { state in
            state.mail.frames.merge(mail.frames) { newer, older in older + newer }
            state.mail.frameCount += mail.frameCount
            state.mail.taken = mail.taken + state.mail.taken
            state.mail.wishes.merge(mail.wishes) { $0.union($1) }
        }
    }

    /// From now on these devices' frames are kept.
    func listen(to devices: Set<DeviceNumber>, unnumbered: [String: Unnumbered] = [:]) {
        state.withLock { state in
            state.talking = devices
            state.unnumbered = unnumbered
        }
    }
}
