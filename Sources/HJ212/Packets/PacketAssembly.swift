/// Puts the packets of one line together again, in any order.
///
/// Each packet is a frame that can be stored by itself, so a message that stays incomplete loses nothing but its
/// wholeness: it is named as abandoned when younger ones need its place. Bounded in messages, packets of one message,
/// and bytes (design values).
public struct PacketAssembly: Sendable {
    /// Bounds of an assembly.
    public struct Limits: Sendable, Equatable {
        /// Messages remembered, complete ones (to know duplicates) among them.
        public var messageCountMax: Int
        /// The greatest PNUM believed.
        public var packetCountMax: Int
        /// Bytes of all frames kept.
        public var byteCountMax: Int

        /// Bounds; by default 16 messages, 99 packets of a message, 256 KiB.
        public init(messageCountMax: Int = 16, packetCountMax: Int = 99, byteCountMax: Int = 262_144) {
            precondition(messageCountMax >= 1 && packetCountMax >= 1, "an assembly holds at least one packet")
            self.messageCountMax = messageCountMax
            self.packetCountMax = packetCountMax
            self.byteCountMax = byteCountMax
        }
    }

    private struct Message {
        let key: PacketKey
        var packets: [Int: Frame]
        var byteCount: Int { packets.values.reduce(0) { $0 + $1.bytes.count } }
        var missing: [Int] { (1...key.packetCount).filter { packets[$0] == nil } }
    }

    /// Its bounds.
    public let limits: Limits
    /// Oldest first.
    private var messages: [Message] = []

    /// An empty assembly.
    public init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Bytes of the frames kept.
    public var byteCount: Int { messages.reduce(0) { $0 + $1.byteCount } }

    /// Messages of which packets are missing, oldest first.
    public var incomplete: [(key: PacketKey, missing: [Int])] {
        messages.map { ($0.key, $0.missing) }.filter { !$0.missing.isEmpty }
    }

    /// Takes a frame; without packet numbers it is no packet, and nothing happens.
    public mutating func add(_ frame: Frame) -> [PacketEvent] {
        guard let pnum = frame.header.pnum, let pno = frame.header.pno else { return [] }
        let key = PacketKey(frame, packetCount: pnum)
        guard (1...limits.packetCountMax).contains(pnum), (1...pnum).contains(pno) else {
            return [.outOfRange(key, number: pno)]
        }
        var events: [PacketEvent] = []
        var message = Message(key: key, packets: [:])
        if let place = messages.firstIndex(where: { $0.key == key }) {
            let known = messages[place]
            if let earlier = known.packets[pno], earlier.items == frame.items { return [.duplicate(key, number: pno)] }
            messages.remove(at: place)
            // Other content under a number that came, or after the whole: the device sends the message anew.
            if known.packets[pno] == nil {
                message = known
            } else if !known.missing.isEmpty {
                events.append(.abandoned(key, missing: known.missing))
            }
        }
        message.packets[pno] = frame
        messages.append(message)
        let missing = message.missing
        if missing.isEmpty {
            let packets = (1...pnum).compactMap { message.packets[$0] }
            events.append(.complete(AssembledMessage(key: key, packets: packets)))
        } else {
            events.append(.waiting(key, missing: missing))
        }
        return events + makeRoom()
    }

    private mutating func makeRoom() -> [PacketEvent] {
        var events: [PacketEvent] = []
        while messages.count > limits.messageCountMax || byteCount > limits.byteCountMax {
            let oldest = messages.removeFirst()
            if !oldest.missing.isEmpty { events.append(.abandoned(oldest.key, missing: oldest.missing)) }
        }
        return events
    }
}
