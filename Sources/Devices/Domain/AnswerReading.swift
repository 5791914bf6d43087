import HJ212

/// What a frame means for a running conversation of its device.
enum AnswerReading {
    /// The event; nil for a frame that answers something else.
    ///
    /// Answers (9011 to 9013) belong to the conversation whose QN they repeat, in the header or, 2005, in the data
    /// area. Data frames carry a QN of their own, so they are known by their command, and a history's by their data
    /// time; the live upload that comes in between lies outside the range asked for.
    static func event(of frame: Frame, qn: QN, command: DeviceCommand) -> ConversationEvent? {
        guard let cn = frame.header.cn else { return nil }
        switch cn {
        case .requestAnswer:
            guard frame.answeredQN == qn else { return nil }
            return frame.qnRtn.map { .requestAnswer($0) }
        case .executionResult:
            guard frame.answeredQN == qn else { return nil }
            return frame.exeRtn.map { .executionResult($0) }
        case .notificationAnswer:
            return frame.answeredQN == qn ? .notificationAnswer : nil
        case command.kind.trait.command:
            guard command.kind.trait.pattern == .withData else { return nil }
            guard command.kind.isHistory, let range = command.range else { return .data }
            return frame.dataTime.map(range.contains) ?? false ? .data : nil
        // Any other command is an upload of its own.
        default:
            return nil
        }
    }
}
