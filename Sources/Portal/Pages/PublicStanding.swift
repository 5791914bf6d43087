import Kernel

/// Which outlets of the public list somebody wants to see.
enum PublicStanding: String, CaseIterable, Sendable {
    /// A new, unmarked mean lies beyond its limit.
    case beyond
    /// A device marks its mean: a fault, maintenance, calibration.
    case marked
    /// A limited factor has no value, or no new one.
    case silent

    /// Whether an outlet is one of them.
    func holds(_ outlet: PublicOutlet, at now: Instant) -> Bool {
        switch self {
        case .beyond: outlet.means.contains { $0.isBeyond == true && !$0.isOld(at: now) }
        case .marked: outlet.means.contains { $0.mark != nil }
        case .silent: outlet.means.isEmpty || outlet.means.contains { $0.value == nil || $0.isOld(at: now) }
        }
    }

    var phrase: Phrase {
        switch self {
        case .beyond: Phrase("高于限值", "beyond the limit")
        case .marked: Phrase("带故障、维护、校准等标记", "marked: fault, maintenance, calibration …")
        case .silent: Phrase("没有新数据", "no new values")
        }
    }
}
