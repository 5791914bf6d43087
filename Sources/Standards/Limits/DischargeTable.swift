public import Facts
public import Kernel

/// A table or class of a discharge standard: what an outlet is put under as a whole.
public struct DischargeTable: Hashable, Sendable {
    /// A table's name: the standard's number and our short word for the table.
    public struct Name: Hashable, Sendable, Codable, CustomStringConvertible {
        /// The number, for example `GB 4287-2012`.
        public let standard: String
        /// The table or class, for example `table-2-direct`.
        public let category: String

        /// The name of a table.
        public init(standard: String, category: String) {
            self.standard = standard
            self.category = category
        }

        public var description: String { "\(standard) \(category)" }
    }

    /// Its name.
    public let name: Name
    /// What the standard calls it.
    public let title: Phrase
    /// Into what is discharged.
    public let medium: DischargeMedium
    /// How sure we are of the days in its lines.
    public let datesCertainty: Certainty
    /// The table that holds what this one does not name; nil when there is none.
    public let rest: Name?
    /// The row of `reference-oxygen.json` by which stack values are converted; nil without conversion.
    public let referenceOxygen: String?
    /// What to beware of; nil when there is nothing.
    public let remark: Phrase?
}

/// Into what a pollutant is discharged.
public enum DischargeMedium: String, Sendable, Codable, CaseIterable {
    case air, water
}
