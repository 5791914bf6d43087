import FoundationEssentials
import Kernel

/// Amounts as documents write them, in 万元, read as fen.
enum TenThousandYuan {
    /// 1 万元 in fen.
    static let fen: Int64 = 1_000_000
    /// What an amount of a month may be at most: ten billion yuan.
    static let max: Int64 = 1_000_000 * fen

    /// An amount of fen; nil for anything that is no whole number of them from 0 to `max`.
    static func fen(of text: String) -> Int64? {
        guard let number = DecimalNumber(text) else { return nil }
        let amount = number.value * Decimal(fen)
        guard amount >= 0, amount <= Decimal(max) else { return nil }
        return Int64("\(amount)")
    }

    /// As pages show it: 1,234.5 for 1,234,500,000 fen.
    static func text(_ amount: Int64) -> String {
        guard amount >= 0 else { return "-" + text(-amount) }
        let digits = Array(String(amount / fen))
        let whole = String(
            digits.enumerated().flatMap { place, digit in
                place > 0 && (digits.count - place).isMultiple(of: 3) ? [",", digit] : [digit]
            })
        let rest = (amount % fen) == 0 ? "" : "." + Int(amount % fen).padded(6)
        return whole + String(rest.reversed().drop { $0 == "0" }.reversed())
    }
}
