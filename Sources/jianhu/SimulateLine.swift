import Simulator

/// One line of `jianhu simulate`: what was done since the start.
struct SimulateLine {
    /// JSON without line feed.
    let text: String

    /// - Parameter second: Seconds since the start; nil for the last line.
    init(_ counts: TrafficCounts, second: Int?) {
        func milliseconds(_ share: Double) -> String {
            counts.answerTimes.quantileMS(share).map { String(Int64($0 * 100 + 0.5)).hundredths } ?? "null"
        }
        let figures: [(String, String)] = [
            (second == nil ? "end" : "second", second.map(String.init) ?? "true"), ("sent", "\(counts.sent)"),
            ("answered", "\(counts.answered)"), ("damaged", "\(counts.damaged)"), ("repeated", "\(counts.repeated)"),
            ("late", "\(counts.late)"), ("p50_ms", milliseconds(0.5)), ("p99_ms", milliseconds(0.99)),
            ("requests", "\(counts.requests)"), ("connects", "\(counts.connects)"), ("breaks", "\(counts.breaks)"),
        ]
        text = "{" + figures.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }
}

extension String {
    /// A whole number of hundredths as a decimal number.
    fileprivate var hundredths: String {
        let digits = String(repeating: "0", count: max(0, 3 - count)) + self
        return digits.dropLast(2) + "." + digits.suffix(2)
    }
}
