/// Splits a message that is too long for one frame: more than 1024 bytes of data segment, or more than 950 (2005: 960)
/// of data area.
///
/// Each packet is a whole frame with some of the groups, DataTime again, and PNUM and PNO. Since 2017 every packet has
/// a QN of its own, one millisecond after the other; in 2005 all have that of the message. Numbers have four digits,
/// in 2025 one, so that 2025 knows at most nine packets.
public enum PacketSplitter {
    /// The frames of a message: one without packet numbers when it fits, else its packets in order.
    ///
    /// A group is never torn apart: a value and its mark stay together.
    ///
    /// - Parameters:
    ///   - header: without PNUM and PNO; the edition bits of its Flag are kept, 2017 when it has none.
    ///   - groups: the data area; a leading group that begins with DataTime is repeated in every packet.
    public static func frames(
        header: Header, items groups: [[Item]], edition: Edition, crc: CRCVariant = .hj212
    ) throws(EncodingRefusal) -> [[UInt8]] {
        if area(groups).utf8.count <= edition.areaLengthMax {
            do {
                return [try FrameEncoder.encode(header: header, items: groups, crc: crc)]
            } catch .segmentTooLong {
                // Goes on in packets.
            }
        }
        let packets = try packets(of: groups, header, edition)
        guard packets.count <= edition.packetCountMax else {
            throw .tooManyPackets(count: packets.count, countMax: edition.packetCountMax)
        }
        var frames: [[UInt8]] = []
        for (index, packet) in packets.enumerated() {
            let numbered = try numbered(header, pno: index + 1, pnum: packets.count, edition)
            frames.append(try FrameEncoder.encode(header: numbered, items: packet, crc: crc))
        }
        return frames
    }

    /// The groups of each packet, filled in order.
    private static func packets(
        of groups: [[Item]], _ header: Header, _ edition: Edition
    ) throws(EncodingRefusal) -> [[[Item]]] {
        let leads = groups.first?.first?.key == "DataTime"
        let shared = leads ? Array(groups.prefix(1)) : []
        let room = try room(beside: header, edition)
        let sharedLength = area(shared).utf8.count
        var packets: [[[Item]]] = []
        var length = Int.max
        for group in groups.dropFirst(shared.count) {
            let groupLength = area([group]).utf8.count + 1
            guard sharedLength + groupLength <= room else {
                throw .segmentTooLong(byteCount: sharedLength + groupLength, byteCountMax: room)
            }
            if packets.isEmpty || length + groupLength > room {
                packets.append(shared)
                length = sharedLength
            }
            packets[packets.count - 1].append(group)
            length += groupLength
        }
        return packets
    }

    /// Bytes of data area that fit beside the header of a packet.
    private static func room(beside header: Header, _ edition: Edition) throws(EncodingRefusal) -> Int {
        let count = edition.packetCountMax
        let empty = try FrameEncoder.encode(header: try numbered(header, pno: count, pnum: count, edition))
        return min(edition.areaLengthMax, FrameEncoder.segmentLengthMax - (empty.count - 12))
    }

    private static func numbered(
        _ header: Header, pno: Int, pnum: Int, _ edition: Edition
    ) throws(EncodingRefusal) -> Header {
        let flag = header.flag ?? Flag(edition.versionBits << 2)
        var qn = header.qn
        if edition != .hjt2005 {
            guard let stamp = header.qn?.stamp?.later(byMilliseconds: pno - 1) else { throw .missingField("QN") }
            qn = QN(stamp)
        }
        let known =
            [("QN", qn?.text), ("Flag", "\(flag.rawValue | 0b10)")]
            + [("PNUM", pnum), ("PNO", pno)].map { ($0.0, String($0.1, digits: edition.packetNumberDigits)) }
        let others = header.fields.filter { field in !known.contains { $0.0 == field.name } }
        return Header(fields: others + known.compactMap { name, text in text.map { Field(name, $0) } })
    }

    private static func area(_ groups: [[Item]]) -> String { FrameEncoder.text(of: groups) }
}

extension Edition {
    /// Bytes between the marks of the data area: the field CP has at most 960 characters in 2005, 950 since.
    var areaLengthMax: Int { self == .hjt2005 ? 960 : 950 }
}
