/// The fields before the data area. Read by name, never by position: real loggers change the order.
public struct Header: Sendable, Equatable {
    /// The fields in the order and spelling in which they came.
    public let fields: [Field]

    /// Request number; nil when missing or empty. It may be misshapen: see `QN.stamp`.
    public let qn: QN?
    /// System code (2.3 of the facts of each edition), such as 31 for a stack; nil when missing or empty.
    public let st: String?
    /// Command; nil when missing or not a number.
    public let cn: Command?
    /// Password; nil when missing or empty.
    public let pw: String?
    /// Device number; nil when missing or empty.
    public let mn: String?
    /// Flag; nil when missing or not a number from 0 to 255.
    public let flag: Flag?
    /// Total number of packets.
    public let pnum: Int?
    /// Number of this packet.
    public let pno: Int?
    /// Whether the device says that it sends old values again (`RF=1`, edition 2025).
    public let resent: Bool

    /// A header as received.
    public init(fields: [Field]) {
        self.fields = fields
        func text(_ name: String) -> String? {
            let value = fields.first { $0.name.withoutOuterBlanks == name }?.value.withoutOuterBlanks
            return value.flatMap { $0.isEmpty ? nil : $0 }
        }
        qn = text("QN").map { QN($0) }
        st = text("ST")
        cn = text("CN").flatMap { Int(decimalDigits: $0) }.map(Command.init(rawValue:))
        pw = text("PW")
        mn = text("MN")
        flag = text("Flag").flatMap { Int(decimalDigits: $0) }.flatMap(UInt8.init(exactly:)).map(Flag.init(rawValue:))
        pnum = text("PNUM").flatMap { Int(decimalDigits: $0) }
        pno = text("PNO").flatMap { Int(decimalDigits: $0) }
        resent = text("RF") == "1"
    }

    /// A header to be sent, its fields in the order of the standard.
    ///
    /// Packet numbers are written with four digits, or plainly when Flag says edition 2025.
    public init(
        qn: QN? = nil, st: String? = nil, cn: Command? = nil, pw: String? = nil, mn: String? = nil,
        flag: Flag? = nil, pnum: Int? = nil, pno: Int? = nil, resent: Bool = false
    ) {
        let digits = flag?.versionBits == Flag.versionBits2025 ? 1 : 4
        let texts: [(String, String?)] = [
            ("QN", qn?.text), ("ST", st), ("CN", cn.map { String($0.rawValue) }), ("PW", pw), ("MN", mn),
            ("Flag", flag.map { String($0.rawValue) }), ("PNUM", pnum.map { String($0, digits: digits) }),
            ("PNO", pno.map { String($0, digits: digits) }), ("RF", resent ? "1" : nil),
        ]
        self.init(fields: texts.compactMap { name, text in text.map { Field(name, $0) } })
    }

    /// The field names of the standard in its order.
    public static let canonicalNames = ["QN", "ST", "CN", "PW", "MN", "Flag", "PNUM", "PNO", "RF"]
}
