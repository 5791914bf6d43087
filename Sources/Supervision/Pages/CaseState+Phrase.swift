import Kernel

extension CaseState {
    /// The state as people read it.
    var phrase: Phrase {
        switch self {
        case .found: Phrase("已发现", "found")
        case .warned: Phrase("已预警", "warned")
        case .answered: Phrase("已反馈", "answered")
        case .accepted: Phrase("已签收", "accepted")
        case .checked: Phrase("已核查", "checked")
        case .ordered: Phrase("已责令整改", "ordered")
        case .reported: Phrase("已报整改", "put right")
        case .rechecked: Phrase("已复查", "re-checked")
        case .closed: Phrase("已销号", "closed")
        }
    }
}

extension CaseAction {
    /// The action as a button and a duty say it.
    var phrase: Phrase {
        switch self {
        case .warn: Phrase("发出预警", "Warn the enterprise")
        case .answer: Phrase("反馈超标原因", "Answer the warning")
        case .accept: Phrase("属地签收", "Accept the case")
        case .check: Phrase("现场核查", "Check on site")
        case .order: Phrase("责令改正", "Order rectification")
        case .report: Phrase("提交整改报告", "Report the rectification")
        case .recheck: Phrase("复查", "Re-check")
        case .close: Phrase("销号", "Close the case")
        }
    }

    /// What a taken step is called in the timeline.
    var donePhrase: Phrase {
        switch self {
        case .warn: Phrase("预警", "warning sent")
        case .answer: Phrase("企业反馈", "enterprise answered")
        case .accept: Phrase("属地签收", "branch accepted")
        case .check: Phrase("现场核查", "checked on site")
        case .order: Phrase("责令改正", "rectification ordered")
        case .report: Phrase("整改报告", "rectification reported")
        case .recheck: Phrase("复查合格", "re-checked and found right")
        case .close: Phrase("销号", "case closed")
        }
    }
}
