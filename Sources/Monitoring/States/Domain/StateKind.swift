import Facts
import HJ212
import Kernel

/// What may be the matter with an outlet's monitoring, apart from values above a limit.
enum StateKind: String, Codable, Sendable, CaseIterable, Comparable {
    /// Nothing came.
    case noData = "no-data"
    /// Something came that is no value: a fault, a broken link, a mark that no edition knows.
    case invalid
    /// Being maintained, or calibrated for longer than a calibration takes.
    case maintenance
    /// Standing still.
    case stopped
    /// Above the measuring range: a peak is hidden.
    case aboveRange = "above-range"
    /// Set or entered by hand: decides nothing, and is asked about when it goes on.
    case manual

    /// The kind that a mark's meaning stands for; nil for what is valid, and for a calibration, which counts by its
    /// length.
    init?(_ meaning: DataMark.Meaning) {
        guard let line = StateTable.lines.first(where: { $0.meanings.contains(meaning) }) else { return nil }
        self = line.kind
    }

    /// The rule that finds it.
    var rule: RuleDescriptor {
        switch self {
        case .noData: SilentOutlets.descriptor
        case .invalid: InvalidHours.descriptor
        case .maintenance: MaintenanceHours.descriptor
        case .stopped: StoppedHours.descriptor
        case .aboveRange, .manual: QuestionedHours.descriptor
        }
    }

    /// Whether it is a fault of the monitoring, to be reported and repaired.
    var isFault: Bool { self == .noData || self == .invalid }

    static func < (left: StateKind, right: StateKind) -> Bool {
        allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
}
