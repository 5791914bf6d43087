public import Kernel

/// One mean above its limit, as a document states it.
public struct ExceedingValue: Sendable, Equatable {
    /// Start of the hour or the day, as people read it.
    public let start: String
    /// The value judged, converted first, in the unit of the limit.
    public let judged: String
    /// The value as measured, where the judged one is converted from it; nil elsewhere.
    public let measured: String?
    /// The data mark as sent; nil when there was none.
    public let mark: String?

    /// One mean above its limit.
    public init(start: Instant, judged: DecimalNumber, measured: DecimalNumber?, mark: String?) {
        self.start = start.civil.minuteText
        self.judged = judged.description
        self.measured = measured?.description
        self.mark = mark
    }

    /// Reads a line of a form, `START|JUDGED|MEASURED|MARK`; nil for anything else.
    init?(line: Substring) {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4 else { return nil }
        (start, judged) = (parts[0], parts[1])
        measured = parts[2].isEmpty ? nil : parts[2]
        mark = parts[3].isEmpty ? nil : parts[3]
    }

    /// As a form keeps it. A mark that a device sent may hold anything, and then holds no bar and no line end here.
    var line: String {
        let plain = (mark ?? "").filter { $0 != "|" && !$0.isNewline }
        return "\(start)|\(judged)|\(measured ?? "")|\(plain)"
    }
}
