/// A message put together from all its packets.
public struct AssembledMessage: Sendable, Equatable {
    /// Which message it is.
    public let key: PacketKey
    /// The packets in the order of their numbers.
    public let packets: [Frame]

    /// The data area of the whole, groups renumbered; DataTime, which every packet repeats, once.
    public var groups: [[Item]] {
        var whole: [[Item]] = []
        for (index, packet) in packets.enumerated() {
            for group in packet.groups where index == 0 || !Self.isDataTime(group) {
                let number = whole.count
                whole.append(group.map { Item(key: $0.key, value: $0.value, group: number) })
            }
        }
        return whole
    }

    private static func isDataTime(_ group: [Item]) -> Bool {
        group.count == 1 && group[0].key.withoutOuterBlanks == "DataTime"
    }
}
