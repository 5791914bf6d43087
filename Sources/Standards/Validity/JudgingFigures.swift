import FoundationEssentials

/// Every figure by which values are judged beside the limits themselves, from `share/rules/judging-values.json`.
public struct JudgingFigures: Codable, Hashable, Sendable {
    /// How many values a period needs.
    public let validity: ValidityFigures
    /// Converting to reference oxygen, and checking it.
    public let conversion: ConversionFigures
    /// Furnace temperatures.
    public let furnace: FurnaceFigures
    /// Filling gaps for the amount.
    public let substitution: SubstitutionFigures
    /// Actual amounts.
    public let amounts: AmountFigures
    /// Exemptions of municipal waste incinerators.
    public let exemptions: ExemptionFigures
    /// Exemptions of hazardous waste incinerators.
    public let hazardousExemptions: ExemptionFigures
    /// Hours of stacks that warn because they cannot decide.
    public let warnings: WarningFigures

    /// What the standard of an incinerator exempts: GB 18484 is of hazardous waste, every other of municipal.
    public func exemptions(under standard: String?) -> ExemptionFigures {
        standard == "GB 18484" ? hazardousExemptions : exemptions
    }

    /// The figures of a resource file. Throws what the decoder found, with its place in the file.
    public init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(JudgingFigures.self, from: Data(json))
    }
}
