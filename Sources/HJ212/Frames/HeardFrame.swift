/// A frame with what whoever receives it asks of every frame, found once: its fields, data time and manners.
///
/// It says exactly what the frame's own readings say; those read the bytes again at each question. Of a canonical frame
/// nothing but its bytes needs memory: a text is made when it is asked for.
public struct HeardFrame: Sendable, Equatable {
    /// The frame.
    public let frame: Frame
    /// The data time; nil when missing or no real calendar time.
    public let dataTime: CivilStamp?
    /// The signs of its dialect.
    let evidence: DialectEvidence
    private let fields: Fields

    private enum Fields: Equatable {
        case places(HeaderPlaces)
        case texts(Header)
    }

    /// Reads a frame.
    public init(_ frame: Frame) {
        if frame.encryption != .locked, let tokens = FrameTokens(canonical: frame.bytes, frame.segment) {
            self.init(frame, tokens)
        } else {
            let header = frame.header
            self.init(
                frame, frame.dataTime, DialectSigns(header: header, items: ItemSigns(frame.items)).found,
                .texts(header))
        }
    }

    /// A canonical frame as a scanner found it. Its bytes are copied, once.
    public init(_ tokens: FrameTokens) {
        let frame = Frame(
            offset: tokens.offset, bytes: Array(tokens.bytes), segment: tokens.segment, crc: .hj212)
        self.init(frame, tokens)
    }

    private init(_ frame: Frame, _ tokens: FrameTokens) {
        self.init(frame, tokens.dataTime, DialectSigns(tokens).found, .places(HeaderPlaces(tokens)))
    }

    private init(_ frame: Frame, _ dataTime: CivilStamp?, _ evidence: DialectEvidence, _ fields: Fields) {
        self.frame = frame
        self.dataTime = dataTime
        self.evidence = evidence
        self.fields = fields
    }

    /// The value of a header field without outer blanks; nil when missing or empty.
    public subscript(name: HeaderName) -> String? {
        switch fields {
        case .places(let places): places[name].map { String(decoding: frame.bytes[$0], as: UTF8.self) }
        case .texts(let header): header.text(name)
        }
    }

    /// Request number; nil when missing or empty.
    public var qn: QN? { self[.qn].map { QN($0) } }

    /// Device number; nil when missing or empty.
    public var mn: String? { self[.mn] }

    /// Command; nil when missing or not a number.
    public var cn: Command? { number(.cn).map(Command.init(rawValue:)) }

    /// Flag; nil when missing or not a number from 0 to 255.
    public var flag: Flag? { number(.flag).flatMap(UInt8.init(exactly:)).map(Flag.init(rawValue:)) }

    /// Number of this packet; nil when missing or not a number.
    public var pno: Int? { number(.pno) }

    /// Edition whose manners the frame by itself shows.
    public var dialect: Dialect { evidence.dialect }

    /// The manners that the frame by itself shows.
    public var manners: Manners { Manners(dialect: dialect, crc: frame.crc) }

    /// The time that the frame is about: its data time; of a frame without data, the moment that its QN names, or the
    /// QN it answers. Nil when neither is there.
    public var placeTime: CivilStamp? {
        dataTime ?? (cn?.concernsData == false ? (qn ?? frame.answeredQN)?.stamp : nil)
    }

    private func number(_ name: HeaderName) -> Int? {
        switch fields {
        case .places(let places): places[name].flatMap { Int(decimalDigits: frame.bytes[$0]) }
        case .texts(let header): header.text(name).flatMap { Int(decimalDigits: $0) }
        }
    }
}
