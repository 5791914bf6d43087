/// The fields before the data area. Read by name, never by position: real loggers change the order.
public struct Header: Sendable, Equatable {
    /// The fields in the order and spelling in which they came.
    public let fields: [Field]

    /// A header as received.
    public init(fields: [Field]) {
        self.fields = fields
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
    public static let canonicalNames = HeaderName.allCases.map(\.rawValue)
}

extension Header {
    /// Request number; nil when missing or empty. It may be misshapen: see `QN.stamp`.
    public var qn: QN? { text(.qn).map { QN($0) } }

    /// System code (2.3 of the facts of each edition), such as 31 for a stack; nil when missing or empty.
    public var st: String? { text(.st) }

    /// Command; nil when missing or not a number.
    public var cn: Command? { number(.cn).map(Command.init(rawValue:)) }

    /// Password; nil when missing or empty.
    public var pw: String? { text(.pw) }

    /// Device number; nil when missing or empty.
    public var mn: String? { text(.mn) }

    /// Flag; nil when missing or not a number from 0 to 255.
    public var flag: Flag? { number(.flag).flatMap(UInt8.init(exactly:)).map(Flag.init(rawValue:)) }

    /// Total number of packets.
    public var pnum: Int? { number(.pnum) }

    /// Number of this packet.
    public var pno: Int? { number(.pno) }

    /// Whether the device says that it sends old values again (`RF=1`, edition 2025).
    public var resent: Bool { text(.rf) == "1" }

    /// The first value of this name, without outer blanks; nil when missing or empty.
    func text(_ name: HeaderName) -> String? {
        let wanted = name.rawValue
        let value = fields.first { $0.name == wanted || $0.name.withoutOuterBlanks == wanted }?.value.withoutOuterBlanks
        return value.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func number(_ name: HeaderName) -> Int? { text(name).flatMap { Int(decimalDigits: $0) } }
}
