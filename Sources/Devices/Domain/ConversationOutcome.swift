import HJ212

/// Why a conversation ended as it did.
enum ConversationOutcome: Sendable, Hashable, RawRepresentable {
    /// The QnRtn of a refusal.
    case answer(Int)
    /// The ExeRtn of the result.
    case execution(Int)
    /// 9013 came.
    case notified
    /// The device answered a notification by 9011, which the standard does not foresee.
    case answeredNotification
    /// Data came, but no 9012.
    case resultMissing
    /// Neither data nor result came after 9011.
    case silence
    /// No answer at all.
    case noAnswer
    /// The line did not come back in time.
    case noLine
    /// A newer one took its place.
    case superseded
    /// The program stopped.
    case stopped
    /// The device's edition has no such request.
    case unwritable

    /// The cases without a code.
    private static let named: [ConversationOutcome] = [
        .notified, .answeredNotification, .resultMissing, .silence, .noAnswer, .noLine, .superseded, .stopped,
        .unwritable,
    ]

    /// The form in tables and facts: `qn-3`, `exe-100`, or a name.
    var rawValue: String {
        switch self {
        case .answer(let code): "qn-\(code)"
        case .execution(let code): "exe-\(code)"
        case .notified: "notified"
        case .answeredNotification: "answered-notification"
        case .resultMissing: "result-missing"
        case .silence: "silence"
        case .noAnswer: "no-answer"
        case .noLine: "no-line"
        case .superseded: "superseded"
        case .stopped: "stopped"
        case .unwritable: "unwritable"
        }
    }

    /// Reads that form; nil for anything else.
    init?(rawValue: String) {
        if let known = Self.named.first(where: { $0.rawValue == rawValue }) {
            self = known
        } else if rawValue.hasPrefix("qn-"), let code = Int(rawValue.dropFirst(3)) {
            self = .answer(code)
        } else if rawValue.hasPrefix("exe-"), let code = Int(rawValue.dropFirst(4)) {
            self = .execution(code)
        } else {
            return nil
        }
    }
}
