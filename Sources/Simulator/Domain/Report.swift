public import Kernel

/// One report of an outlet: what kind, and of which period.
public struct Report: Sendable, Hashable {
    /// What is reported.
    public let kind: ReportKind
    /// Start of the period; the moment itself for instantaneous values.
    public let dataTime: Instant
    /// Which packet of a split report, from 0.
    public let packet: Int
    /// Milliseconds by which this is sent later than usual; 0 for a report in its time. What is late carries a QN of
    /// its own, and `RF=1` in the edition of 2025.
    public let lateByMS: Int64

    /// A report.
    public init(_ kind: ReportKind, of dataTime: Instant, packet: Int = 0, lateByMS: Int64 = 0) {
        self.kind = kind
        self.dataTime = dataTime
        self.packet = packet
        self.lateByMS = lateByMS
    }
}
