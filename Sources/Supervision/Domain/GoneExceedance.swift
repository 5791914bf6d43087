import Facts
import Kernel

/// An exceedance of a case that no longer stands.
struct GoneExceedance: Sendable, Equatable {
    let pollutant: PollutantCode
    /// Why it went; nil where that is not told.
    let cause: JudgingCause?
}
