/// Writes frames in the canonical form: four length digits, fields in the order of the standard, CRC in upper case,
/// CR LF. Reading a canonical frame and writing it again gives the same bytes.
public enum FrameEncoder {
    /// Bytes of a data segment; HJ 212-2017 wants more to be split.
    public static let segmentLengthMax = 1024

    /// The bytes of a frame, head to tail.
    ///
    /// Items of one group are joined by `,`, groups by `;`. Header fields that the standard does not know follow the
    /// known ones. ST and CN must be there; the rest depends on edition and command and is the caller's affair.
    ///
    /// - Parameter crc: the check to write; a foreign one only to a device that uses it.
    public static func encode(
        header: Header, items groups: [[Item]] = [], crc: CRCVariant = .hj212
    ) throws(EncodingRefusal) -> [UInt8] {
        for name in ["ST", "CN"] where !header.fields.contains(where: { $0.name == name && !$0.value.isEmpty }) {
            throw .missingField(name)
        }
        for field in header.fields {
            guard WireText.fitsHeader(field.name), WireText.fitsHeader(field.value) || field.value.isEmpty else {
                throw .unfitText(name: field.name)
            }
        }
        for item in groups.joined() {
            guard WireText.fitsKey(item.key), WireText.fitsValue(item.value) else { throw .unfitText(name: item.key) }
        }
        let segment = segment(of: header, groups)
        guard segment.count <= segmentLengthMax else {
            throw .segmentTooLong(byteCount: segment.count, byteCountMax: segmentLengthMax)
        }
        let check = crc.value(over: segment) ?? CRC16.hj212(segment)
        var frame: [UInt8] = []
        frame.reserveCapacity(segment.count + 12)
        frame += "##\(String(segment.count, digits: 4))".utf8
        frame += segment
        frame += crcField(check)
        frame += [Byte.carriageReturn, Byte.lineFeed]
        return frame
    }

    private static func segment(of header: Header, _ groups: [[Item]]) -> [UInt8] {
        let names = Header.canonicalNames
        var segment: [UInt8] = []
        segment.reserveCapacity(128)
        func append(_ field: Field) {
            segment += field.name.utf8
            segment.append(Byte.equals)
            segment += field.value.utf8
            segment.append(Byte.semicolon)
        }
        for name in names {
            for field in header.fields where field.name == name { append(field) }
        }
        for field in header.fields where !names.contains(field.name) { append(field) }
        segment += "CP=&&".utf8
        segment += text(of: groups).utf8
        segment += "&&".utf8
        return segment
    }

    /// What stands between the marks of the data area.
    static func text(of groups: [[Item]]) -> String {
        groups.filter { !$0.isEmpty }
            .map { group in group.map { "\($0.key)=\($0.value)" }.joined(separator: ",") }
            .joined(separator: ";")
    }

    /// Four hexadecimal digits in upper case.
    static func crcField(_ value: UInt16) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [12, 8, 4, 0].map { digits[Int(value >> $0) & 0xF] }
    }
}
