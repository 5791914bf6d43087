import Kernel

/// Why feedback, or what the office says to it, was not taken.
enum FeedbackRefusal: Error, Equatable {
    case unknownService
    case stars(field: String)
    case textTooLong(max: Int)
    case tooMany(until: Instant)
    case noSuchFeedback
    case nothingWritten
    case settledAlready
    case answerMissing
}
