public import Kernel

/// One line of the factor table: what a code stands for and in which unit the platform keeps it.
public struct FactorEntry: Sendable, Hashable {
    /// The code in its canonical spelling; `x` at its end stands for digits of the device's choice (`e101xx`).
    public let code: String
    /// 1, or 2 for the second of two meanings that the standard prints under one code.
    public let meaning: Int
    /// What is measured.
    public let name: Phrase
    /// In what it is measured.
    public let medium: Medium
    /// The unit that the standard prints; nil where it prints none.
    public let printedUnit: MeasurementUnit?
    /// The unit in which the platform keeps and judges it; nil for texts and plain settings.
    public let unit: MeasurementUnit?
    /// Whether a device that says nothing else may be believed to send the printed unit.
    public let isUnitSettled: Bool
    /// The unit of totals (`Cou`) that the standard prints; nil where it prints none.
    public let printedTotalUnit: MeasurementUnit?
    /// The edition of HJ 212 it stands in; nil when it stands in none.
    public let edition: String?
    /// The table of appendix B; nil outside.
    public let table: String?
    /// How sure the meaning is.
    public let certainty: FactorCertainty
    /// What to beware of; nil when there is nothing.
    public let remark: Phrase?
    /// g/mol of the gas, for shares by volume; NOx counts as NO2. Rounded as practice does: a design value.
    public let molarMass: DecimalNumber?

    /// In what a factor is measured.
    public enum Medium: String, Sendable, CaseIterable {
        case air, water, noise
        /// Process conditions and site information.
        case other
    }

    /// The unit in which the platform keeps totals.
    public var totalUnit: MeasurementUnit? {
        switch printedTotalUnit?.dimension {
        case .mass: MeasurementUnit("kg")
        case .volume: MeasurementUnit("m3")
        case nil, .some: nil
        }
    }
}

/// How sure the meaning of a factor code is.
public enum FactorCertainty: String, Sendable, CaseIterable {
    /// Read in the text of the standard.
    case standard
    /// In no table, but seen in frames of many devices with one meaning.
    case practice
    /// Seen once, or with a maker's own meaning.
    case unconfirmed
}
