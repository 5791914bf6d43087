import Kernel
import Web

/// What the forms of the work offer while somebody types: names that are known here, so that nobody has to know codes.
struct FormOffers: Sendable {
    /// Units as policies write them.
    var units: [String] = []
    var regions: [(code: RegionCode, name: Phrase)] = []
    /// Organisations that may speak for units.
    var organisations: [(code: String, name: String)] = []
    /// Enterprises of the register, by name.
    var enterprises: [String] = []
    /// Rows of the page that a field names by their number, by the field.
    var rows: [String: [(number: Int, name: String)]] = [:]

    /// How many enterprises a form offers; others may be typed. Design value.
    static let enterprisesMax = 300
    /// How much of a row's text an offer shows.
    private static let rowTextMax = 30

    /// What stands in a form at first: the only unit that somebody speaks for.
    var values: [String: String] { units.count == 1 ? ["unit": units[0], "applicant": units[0]] : [:] }

    func offering(_ fields: [FormField]) -> [FormField] {
        fields.map { field in
            if let rows = rows[field.name] {
                return field.offering(
                    rows.map { row in
                        let text = String(row.name.prefix(Self.rowTextMax))
                        return ("\(row.number)", Phrase(text, text))
                    })
            }
            return switch field.name {
            case "unit", "owner", "need_owner", "applicant": field.offering(units.map { ($0, Phrase($0, $0)) })
            case "region": field.offering(regions.map { ($0.code.text, $0.name) })
            case "organisation": field.offering(organisations.map { ($0.code, Phrase($0.name, $0.name)) })
            case "target_name", "applied_target_name": field.offering(enterprises.map { ($0, Phrase($0, $0)) })
            default: field
            }
        }
    }
}
