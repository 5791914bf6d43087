import Kernel
import Standards

/// What the amount of a month is computed from.
struct AmountInput: Codable, Sendable, Equatable {
    /// The outlet.
    let outlet: OutletID
    /// The factor.
    let pollutant: PollutantCode
    /// The month.
    let month: AmountMonth
    /// Its hours, as far as they are over.
    let hours: EmissionHours
    /// Amounts of the valid hours (stack) or days (water) before the month, oldest first.
    let history: [EmittedMass]
    /// The quarter's hours up to the end of `hours`; for a stack.
    let quarter: Quarter
    /// The hourly totals (Cou) that were uploaded, mg; nil where none was. Empty when they were not read.
    let uploaded: [EmittedMass?]
    /// Merkle root over the SHA-256 of each frame that was read.
    let framesRoot: Digest256
    /// How many values a period needs.
    let validity: ValidityFigures
    /// How gaps are filled.
    let substitution: SubstitutionFigures
    /// When automatic data is the basis.
    let amounts: AmountFigures

    /// Whole hours of a quarter.
    struct Quarter: Codable, Sendable, Equatable {
        let hours: Int
        let stopped: Int
        let invalid: Int
    }
}

/// The amount of a month, and how far the uploaded totals agree.
struct AmountOutcome: Codable, Sendable, Equatable {
    /// The amount, or why there is none.
    let result: MonthAmount.Outcome
    /// Hours (stack) or days (water) in which something was to be measured.
    let expectedParts: Int
    /// Those of them that are gaps.
    let gapParts: Int
    /// Hours that could be compared with an uploaded total.
    let comparedHours: Int
    /// Those of them that differ by more than the figure allows.
    let differingHours: Int

    init(_ parts: [MonthAmount.Part], _ result: MonthAmount.Outcome, uploaded: UploadedTotals) {
        self.result = result
        let stopped = parts.count { $0 == .stopped }
        let measured = parts.count { if case .measured = $0 { true } else { false } }
        expectedParts = parts.count - stopped
        gapParts = expectedParts - measured
        comparedHours = uploaded.compared
        differingHours = uploaded.differing
    }
}
