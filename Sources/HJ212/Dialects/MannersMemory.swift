/// What the frames of one device have shown of its manners.
///
/// The check is remembered as the dialect is: about one in 65,536 frames of a logger with a foreign check happens to
/// satisfy that of the standard too, and an answer in it would not be understood.
public struct MannersMemory: Sendable, Equatable {
    /// Frames in a row that must be proven by another check before the known one is given up (design value).
    public static let framesToChangeCheck = 3

    private var dialects = DialectMemory()
    private var crc: CRCVariant?
    /// Frames in a row that were proven by another check.
    private var othersInARow = 0

    /// A memory of nothing.
    public init() {}

    /// The manners as far as they are known.
    public var manners: Manners { Manners(dialect: dialects.dialect, crc: crc ?? .hj212) }

    /// Whether no frame was observed.
    public var isEmpty: Bool { crc == nil }

    /// Takes a proven frame of the device. A frame that came again says nothing new and should not be shown twice.
    public mutating func observe(_ heard: HeardFrame) {
        dialects.observe(heard)
        guard let known = crc, known != heard.frame.crc else {
            crc = heard.frame.crc
            othersInARow = 0
            return
        }
        othersInARow += 1
        guard othersInARow == Self.framesToChangeCheck else { return }
        crc = heard.frame.crc
        othersInARow = 0
    }
}
