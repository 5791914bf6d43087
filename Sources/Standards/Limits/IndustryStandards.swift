public import Facts
import FoundationEssentials
public import Kernel

/// Which table of which standard an outlet falls under when nobody has said so: a reviewed mapping from trade and way
/// of discharge, from `share/rules/industry-standards.json`.
///
/// Every answer is a default and says so: the permit, a local standard or an order of the authority goes first.
public struct IndustryStandards: Sendable {
    /// The lines, in the order of the file.
    public let rows: [Row]

    /// One line of the mapping.
    public struct Row: Sendable, Codable, Hashable {
        /// The beginnings of trade codes it is for; an empty one is for every trade without a line of its own.
        public let industries: [String]
        /// The ways of discharge it is for.
        public let discharges: [Discharge]
        /// First day.
        public let validFrom: CivilDate
        /// Last day; nil while it holds.
        public let validTo: CivilDate?
        /// The number of the standard; nil when no standard of ours fits and the permit alone decides.
        public let standard: String?
        /// The table in it.
        public let category: String?
        /// How sure we are that it is the right one.
        public let certainty: Certainty
        /// Why, and what to beware of.
        public let remark: Phrase

        /// The table; nil when the permit alone decides.
        public var table: DischargeTable.Name? {
            guard let standard, let category else { return nil }
            return DischargeTable.Name(standard: standard, category: category)
        }
    }

    /// What stands before every default that is shown.
    public static let notice = Phrase(
        "默认适用标准，仅供参考；以排污许可证载明的限值为准", "a default for orientation: the limits in the discharge permit go first")

    private struct File: Decodable {
        let rows: [Row]
    }

    /// The mapping of a resource file. Throws what the decoder found, with its place in the file.
    public init(json: [UInt8]) throws {
        rows = try JSONDecoder().decode(File.self, from: Data(json)).rows
    }

    /// The defaults for a trade and a way of discharge on a day: those of the longest beginning of its code that has
    /// any. Several stand beside each other where the trade alone does not tell; empty when nothing fits.
    public func defaults(for industry: IndustryCode, discharge: Discharge, on day: CivilDate) -> [Row] {
        let fitting = rows.filter { row in
            row.discharges.contains(discharge) && row.validFrom <= day && row.validTo.map { day <= $0 } ?? true
        }
        for length in stride(from: industry.text.utf8.count, through: 0, by: -1) {
            let beginning = String(industry.text.prefix(length))
            let rows = fitting.filter { $0.industries.contains(beginning) }
            if !rows.isEmpty { return rows }
        }
        return []
    }
}
