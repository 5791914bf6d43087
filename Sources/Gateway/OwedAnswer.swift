import HJ212

/// Which answer a stored frame is owed by the host: HJ 212-2017 answers uploads (上传) with 9014 and notifications (通知)
/// with 9013.
///
/// | command | answer |
/// |---|---|
/// | 1001, 1013, 1014, 9015: notifications of the field | 9013 |
/// | all other 1000 to 3999: uploads | 9014 |
/// | 9011 to 9014, vendor log-ins 9021, no command | none |
///
/// Whatever the command, a frame whose Flag does not ask for an answer (bit 0) gets none.
enum OwedAnswer: Sendable, Equatable {
    /// 9013.
    case notificationAnswer
    /// 9014.
    case dataAnswer

    /// The answer that a frame is owed; nil for none.
    init?(for heard: HeardFrame) {
        guard heard.flag?.wantsAnswer == true, let command = heard.cn else { return nil }
        switch command.rawValue {
        case 1001, 1013, 1014, 9015: self = .notificationAnswer
        case 1000...3999: self = .dataAnswer
        default: return nil
        }
    }

    /// The bytes to send; nil when the frame names no QN or MN that an answer could be tied to.
    ///
    /// - Parameter manners: how the device is spoken to.
    func bytes(to heard: HeardFrame, in manners: Manners) -> [UInt8]? {
        switch self {
        case .notificationAnswer: Answer.notificationAnswer(to: heard, in: manners)
        case .dataAnswer: Answer.dataAnswer(to: heard, in: manners)
        }
    }
}
