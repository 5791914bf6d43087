public import Kernel

/// What an officer asked for: only then are hours marked after their marks have closed.
public struct MarkDemand: Codable, Sendable, Hashable {
    /// The case in which the officer found the mark wrong.
    public let caseID: CaseID
    /// The step of the case by which the hours are marked.
    public let step: Int

    /// A demand by its case and step.
    public init(caseID: CaseID, step: Int) {
        self.caseID = caseID
        self.step = step
    }
}

/// An enterprise stated that it has nothing more to mark of the hours of a day: their marks are closed early.
public struct MarksClosed: Fact {
    public static let kind = "monitoring.marks-closed"
    /// The outlet.
    public let outlet: OutletID
    /// Start of the first hour, 00:00 of the day.
    public let from: Instant
    /// The end of the last hour.
    public let until: Instant
    /// The digest of the name under which the person acted (`NameSeal`); nil in facts of the time when it was not told.
    public let signed: Digest256?

    /// Closed marks.
    public init(outlet: OutletID, from: Instant, until: Instant, signed: Digest256? = nil) {
        self.signed = signed
        self.outlet = outlet
        self.from = from
        self.until = until
    }
}
