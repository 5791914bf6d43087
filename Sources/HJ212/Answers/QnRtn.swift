/// Whether a request will be carried out (请求应答, in a 9011). 2005 knows the first three only.
public enum QnRtn: Sendable, Hashable {
    case ready
    case refused
    case wrongPassword
    case wrongMN
    case wrongST
    case wrongFlag
    case wrongQN
    case wrongCN
    case wrongCRC
    case unknownError
    /// A code that the standard does not know, kept.
    case other(Int)

    private static let codes: [(QnRtn, Int)] = [
        (.ready, 1), (.refused, 2), (.wrongPassword, 3), (.wrongMN, 4), (.wrongST, 5), (.wrongFlag, 6), (.wrongQN, 7),
        (.wrongCN, 8), (.wrongCRC, 9), (.unknownError, 100),
    ]

    /// The result of a code.
    public init(code: Int) {
        self = Self.codes.first { $0.1 == code }?.0 ?? .other(code)
    }

    /// The number on the wire.
    public var code: Int {
        if case .other(let code) = self { return code }
        return Self.codes.first { $0.0 == self }?.1 ?? 100
    }
}
