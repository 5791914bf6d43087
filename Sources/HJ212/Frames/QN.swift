/// A request number (请求编码): the moment of sending, `YYYYMMDDhhmmssSSS`.
///
/// Real loggers also send other shapes; they are kept, because an answer must repeat them.
public struct QN: Sendable, Hashable {
    /// As received, without outer blanks.
    public let text: String

    /// A request number as received.
    public init(_ text: String) {
        self.text = text
    }

    /// The request number of a moment.
    public init(_ stamp: CivilStamp) {
        text = stamp.text17
    }

    /// The moment it names; nil when it is not 17 digits of a real time.
    public var stamp: CivilStamp? {
        text.utf8.count == 17 ? CivilStamp(text) : nil
    }
}

extension QN: Comparable {
    /// By bytes, which for well-shaped numbers is by time.
    public static func < (left: QN, right: QN) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
