import Kernel

/// What a limit demands of a value.
public enum LimitBound: Hashable, Sendable, Codable {
    /// Not above the limit; the limit itself complies.
    case atMost(PrintedNumber)
    /// Not below it (furnace temperature, removal efficiency).
    case atLeast(PrintedNumber)
    /// From the lower to the upper one, both included (pH).
    case within(lower: PrintedNumber, upper: PrintedNumber)
    /// 不得检出: below the detection limit of the method.
    case notDetectable

    /// A bound from the two fields of the limit table; nil when they do not fit together.
    init?(operator sign: String, limit: String) {
        switch sign {
        case "<=":
            guard let number = PrintedNumber(limit), number.value > DecimalNumber(0) else { return nil }
            self = .atMost(number)
        case ">=":
            guard let number = PrintedNumber(limit) else { return nil }
            self = .atLeast(number)
        case "range":
            let ends = limit.split(separator: "-").compactMap { PrintedNumber($0) }
            guard ends.count == 2, ends[0].value < ends[1].value else { return nil }
            let (lower, upper) = (ends[0], ends[1])
            self = .within(lower: lower, upper: upper)
        case "ND":
            guard limit.isEmpty else { return nil }
            self = .notDetectable
        default:
            return nil
        }
    }
}

extension LimitBound: CustomStringConvertible {
    /// `≤ 80`, `≥ 850`, `6–9`, `ND`.
    public var description: String {
        switch self {
        case .atMost(let number): "≤ \(number)"
        case .atLeast(let number): "≥ \(number)"
        case .within(let lower, let upper): "\(lower)–\(upper)"
        case .notDetectable: "ND"
        }
    }
}
