import HJ212

/// What can happen to a conversation.
enum ConversationEvent: Sendable, Equatable {
    /// Its device is connected and talks about nothing else.
    case turn
    /// Its deadline is over.
    case deadline
    /// 9011 with its QN.
    case requestAnswer(QnRtn)
    /// 9012 with its QN.
    case executionResult(ExeRtn)
    /// 9013 with its QN.
    case notificationAnswer
    /// A data frame that it asked for.
    case data
    /// The device connected anew after the request was sent.
    case lineOpened
    /// A newer request of the same kind waits behind it.
    case superseded
    /// The request cannot be written in the device's edition.
    case unwritable
    /// The program that held it has stopped.
    case stopped
}
