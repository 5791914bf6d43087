import Kernel

extension Feedback.State {
    /// Where feedback stands, in words.
    var phrase: Phrase {
        switch self {
        case .counted: Phrase("只有星级", "stars alone")
        case .open: Phrase("待答复", "to be answered")
        case .answered: Phrase("已答复", "answered")
        case .closed: Phrase("已关闭", "closed")
        }
    }

    var tag: String {
        switch self {
        case .counted, .closed: "neutral"
        case .open: "open"
        case .answered: "done"
        }
    }
}

extension FundApplication.State {
    /// How far an application is, in words.
    var phrase: Phrase {
        switch self {
        case .waiting: Phrase("待审核", "waits for the office")
        case .accepted: Phrase("已通过，待分配", "accepted, not allocated yet")
        case .returned: Phrase("已退回", "returned")
        case .allocated: Phrase("已分配", "allocated")
        }
    }

    /// The look of it.
    var tag: String {
        switch self {
        case .waiting: "open"
        case .accepted: "blue"
        case .returned: "late"
        case .allocated: "done"
        }
    }
}
