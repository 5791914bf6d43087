/// What the frames of one device have shown of its dialect.
///
/// One frame may say too little (an answer, a heartbeat) or lie (a Flag copied from another edition). The memory
/// weighs the signs of the last frames together, never Flag alone, and does not change its mind on one odd frame: a
/// known dialect gives way only when the new one is ahead over the whole window and several frames speak for it.
/// Bounded; the same frames in the same order give the same memory.
public struct DialectMemory: Sendable, Equatable {
    /// Frames remembered (design value).
    public static let frameCountMax = 16
    /// Frames that must speak for another dialect before a known one is given up (design value).
    public static let framesToChange = 3

    /// The dialect of the device; unknown until the signs suffice.
    public private(set) var dialect: Dialect = .unknown
    private var recent: [DialectEvidence] = []

    /// A memory of nothing.
    public init() {}

    /// Takes the signs of a frame that the device sent. Frames whose CRC is not proven must not be shown to it.
    public mutating func observe(_ heard: HeardFrame) {
        if recent.count == Self.frameCountMax {
            // Most devices always speak alike; then nothing is to be weighed anew.
            if recent.removeFirst() == heard.evidence { return recent.append(heard.evidence) }
        }
        recent.append(heard.evidence)
        let candidate = DialectEvidence.verdict(over: recent)
        guard candidate != .unknown, candidate != dialect else { return }
        let speaking = recent.count { $0.score(for: candidate) > $0.score(for: dialect) }
        if dialect == .unknown || speaking >= Self.framesToChange { dialect = candidate }
    }
}
