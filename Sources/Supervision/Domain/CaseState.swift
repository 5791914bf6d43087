/// Where a closed-loop case stands. The order of the cases is the order of the loop.
public enum CaseState: String, Sendable, CaseIterable, Comparable {
    /// 已发现: an exceedance was found; nobody was told yet.
    case found
    /// 已预警: the enterprise was warned.
    case warned
    /// 已反馈: the enterprise answered.
    case answered
    /// 已签收: the branch took the case over.
    case accepted
    /// 已核查: the branch checked on site.
    case checked
    /// 已责令: the enterprise was ordered to put it right.
    case ordered
    /// 已整改: the enterprise reported that it is put right.
    case reported
    /// 已复查: the branch re-checked and found it right.
    case rechecked
    /// 已销号: the city bureau closed the case.
    case closed

    public static func < (left: CaseState, right: CaseState) -> Bool { left.position < right.position }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What moves a case on: one action for each state but the last.
public enum CaseAction: String, Sendable, CaseIterable {
    /// 预警: warn the enterprise.
    case warn
    /// 反馈: answer the warning.
    case answer
    /// 签收: take the case over.
    case accept
    /// 核查: check on site, two officers.
    case check
    /// 责令改正: order that it be put right.
    case order
    /// 整改报告: report that it was put right.
    case report
    /// 复查: check again.
    case recheck
    /// 销号: close.
    case close
}
