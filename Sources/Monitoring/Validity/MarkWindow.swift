public import Facts
public import Kernel
import Standards

/// A kind of starting or stopping whose hours are not judged within an allowed length.
public struct MarkWindow: Sendable, Equatable {
    /// By what a mark claims it: `coal-boiler/start/cold`.
    public let code: String
    /// The words for it.
    public let name: Phrase
    /// Hours at most.
    public let hoursMax: Int
    /// How sure we are of the length.
    public let certainty: Certainty
    /// The factor it is for; nil for all of them.
    public let factor: PollutantCode?

    init(_ row: StartStopWindows.Row) {
        code = row.markCode
        name = row.name
        hoursMax = row.hoursMax
        certainty = row.certainty
        factor = row.factor
    }
}
