/// What a frame asks of the other side (HJ 212-2017 6.6: four patterns of conversation, and the answers in them).
public enum CommandKind: String, Sendable, Hashable, CaseIterable {
    /// The platform asks the device to do something: 9011, then 9012 when it is done.
    case request
    /// The platform asks for values: 9011, frames of the same command, then 9012.
    case requestForValues = "request-for-values"
    /// The device hands over values: 9014.
    case upload
    /// Either side tells the other something: 9013.
    case notification
    /// An answer, which is not answered itself.
    case answer

    /// The commands that answer it, in order; between the first and the last of a request for values stand the values.
    /// A device or platform sends them only when Flag asks for an answer.
    public var answers: [Command] {
        switch self {
        case .request, .requestForValues: [.requestAnswer, .executionResult]
        case .upload: [.dataAnswer]
        case .notification: [.notificationAnswer]
        case .answer: []
        }
    }
}
