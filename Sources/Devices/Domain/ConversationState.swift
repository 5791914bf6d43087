/// Where a conversation stands.
enum ConversationState: String, Sendable, CaseIterable {
    /// Waits for its turn and for the device's line.
    case queued
    /// The request left; no answer yet.
    case sent
    /// The device will carry it out (9011).
    case accepted
    /// Data frames come.
    case receiving
    /// Carried out.
    case done
    /// The device will not carry it out.
    case refused
    /// Accepted, but not carried out, or nothing more was heard.
    case failed
    /// Sent as often as allowed, and no answer.
    case unanswered
    /// The program stopped while it ran; it may be asked again.
    case interrupted
    /// A newer request of the same kind took its place before its turn came.
    case superseded
    /// Its line did not come back in time.
    case expired

    /// Whether it waits for the device.
    var isRunning: Bool {
        switch self {
        case .sent, .accepted, .receiving: true
        case .queued, .done, .refused, .failed, .unanswered, .interrupted, .superseded, .expired: false
        }
    }

    /// Whether nothing changes any more.
    var isEnded: Bool { self != .queued && !isRunning }
}
