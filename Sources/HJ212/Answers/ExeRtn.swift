/// How a request was carried out (执行结果, in a 9012). 2005 knows success, failure and no data only.
public enum ExeRtn: Sendable, Hashable {
    case success
    case failure
    case badCondition
    case timeout
    case busy
    case systemFault
    case noData
    /// A code that the standard does not know, kept.
    case other(Int)

    private static let codes: [(ExeRtn, Int)] = [
        (.success, 1), (.failure, 2), (.badCondition, 3), (.timeout, 4), (.busy, 5), (.systemFault, 6), (.noData, 100),
    ]

    /// The result of a code.
    public init(code: Int) {
        self = Self.codes.first { $0.1 == code }?.0 ?? .other(code)
    }

    /// The number on the wire.
    public var code: Int {
        if case .other(let code) = self { return code }
        return Self.codes.first { $0.0 == self }?.1 ?? 2
    }
}
