/// What a packet did to an assembly.
public enum PacketEvent: Sendable, Equatable {
    /// The last missing packet came.
    case complete(AssembledMessage)
    /// Kept; these numbers are still missing.
    case waiting(PacketKey, missing: [Int])
    /// The same packet again; nothing changed.
    case duplicate(PacketKey, number: Int)
    /// PNO is not from 1 to PNUM, or PNUM is more than the assembly takes; not kept.
    case outOfRange(PacketKey, number: Int)
    /// Dropped to keep within bounds, or because the device began the message anew; these numbers never came.
    case abandoned(PacketKey, missing: [Int])
}
