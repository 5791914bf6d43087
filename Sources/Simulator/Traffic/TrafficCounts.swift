/// What a traffic has done so far, seen from the loggers' side.
public struct TrafficCounts: Sendable, Equatable {
    /// Frames handed to the network, damaged ones and repetitions included.
    public internal(set) var sent = 0
    /// Bytes of them.
    public internal(set) var bytesSent = 0
    /// Frames that were answered, each counted once.
    public internal(set) var answered = 0
    /// Numbers in the data areas of answered frames.
    public internal(set) var pointsAnswered = 0
    /// Frames so damaged that no answer is to be expected.
    public internal(set) var damaged = 0
    /// Frames sent again because no answer came, in time or before the line broke.
    public internal(set) var repeated = 0
    /// Frames that left more than five seconds after their time because the answers before them were slow.
    public internal(set) var late = 0
    /// Answers that no frame was waiting for: second answers to a frame that came twice.
    public internal(set) var unasked = 0
    /// Requests of the platform that were carried out or refused.
    public internal(set) var requests = 0
    /// Lines that were opened.
    public internal(set) var connects = 0
    /// Attempts to open a line that failed, and lines that broke.
    public internal(set) var breaks = 0
    /// From handing a frame over to its answer.
    public internal(set) var answerTimes = LatencyHistogram()

    /// Nothing done.
    public init() {}

    mutating func add(_ other: TrafficCounts) {
        sent += other.sent
        bytesSent += other.bytesSent
        answered += other.answered
        pointsAnswered += other.pointsAnswered
        damaged += other.damaged
        repeated += other.repeated
        late += other.late
        unasked += other.unasked
        requests += other.requests
        connects += other.connects
        breaks += other.breaks
        answerTimes.add(other.answerTimes)
    }
}
