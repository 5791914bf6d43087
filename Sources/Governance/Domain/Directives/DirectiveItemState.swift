import Kernel

/// How an item of a directive stands on a day.
enum DirectiveItemState: String, Sendable, CaseIterable {
    /// The unit has time.
    case open
    /// Its last day is over.
    case late
    /// The office has an answer before it.
    case waiting
    /// The office accepted it.
    case accepted

    var phrase: Phrase {
        switch self {
        case .open: Phrase("办理中", "open")
        case .late: Phrase("逾期", "overdue")
        case .waiting: Phrase("待验收", "waits for the office")
        case .accepted: Phrase("已验收", "accepted")
        }
    }

    /// Its look.
    var tag: String {
        switch self {
        case .open: "open"
        case .late: "late"
        case .waiting: "orange"
        case .accepted: "done"
        }
    }
}
