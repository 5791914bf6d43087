import Kernel
import Persistence

extension Row {
    /// A stored month that this program would not have stored.
    struct NoMonth: Error {
        let text: String
    }

    /// A month, stored as `2026-10`.
    func month(_ column: String) throws -> CivilMonth {
        let text = try text(column)
        guard let month = CivilMonth(text) else { throw NoMonth(text: text) }
        return month
    }
}

extension SQLValue {
    /// A month, as `2026-10`.
    static func month(_ month: CivilMonth) -> SQLValue { .text(month.description) }
}

extension Row {
    /// A district; nil for the city as a whole, which is stored as an empty text.
    func place(_ column: String) throws -> RegionCode? { try text(column).isEmpty ? nil : code(column) }
}

extension SQLValue {
    /// A district, or the city as a whole.
    static func place(_ region: RegionCode?) -> SQLValue { .text(region?.text ?? "") }
}
