import Kernel

/// How figures stand in a table: the number as sent, a dash where there is none.
enum FigureText {
    static func concentration(_ number: DecimalNumber?) -> String { number?.description ?? "–" }
}
