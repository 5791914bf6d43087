public import Kernel

/// A factor code of HJ/T 212-2005 with what became of it.
public struct FormerFactorCode: Sendable, Hashable {
    /// The code of 2005, for example `02`.
    public let code: String
    /// What is measured, as 2005 prints it.
    public let name: Phrase
    /// The unit that 2005 prints; nil where it prints none.
    public let printedUnit: MeasurementUnit?
    /// Whether a device of 2005 that says nothing else may be believed to send it.
    public let isUnitSettled: Bool
    /// The code of 2017; nil where none was printed, and the old code stands for itself.
    public let successor: PollutantCode?
    /// What to beware of; nil when there is nothing.
    public let remark: Phrase?
}
