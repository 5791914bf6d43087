import Kernel

/// How figures stand in a table: the number as sent, a dash where there is none.
enum FigureText {
    static func concentration(_ number: DecimalNumber?) -> String { number?.description ?? "–" }

    /// `12,480`.
    static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        let head = digits.count % 3
        let groups = stride(from: head, to: digits.count, by: 3).map { start in
            String(digits.dropFirst(start).prefix(3))
        }
        let text = ([String(digits.prefix(head))] + groups).filter { !$0.isEmpty }.joined(separator: ",")
        return number < 0 ? "-" + text : text
    }
}
