/// Which message a packet belongs to.
///
/// Not its QN: since 2017 every packet has its own. The line it came by is not part of the key: each line has an
/// assembly of its own.
public struct PacketKey: Sendable, Hashable {
    /// Device number.
    public let mn: String?
    /// System code.
    public let st: String?
    /// Command.
    public let command: Command?
    /// DataTime as received.
    public let dataTime: String?
    /// Number of packets.
    public let packetCount: Int

    init(_ frame: Frame, packetCount: Int) {
        mn = frame.header.mn
        st = frame.header.st
        command = frame.header.cn
        dataTime = frame.value(of: "DataTime")?.withoutOuterBlanks
        self.packetCount = packetCount
    }
}
