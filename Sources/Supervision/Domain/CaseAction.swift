/// What people do with a case.
public enum CaseAction: String, Sendable, CaseIterable {
    /// 预警: warn the enterprise.
    case warn
    /// 反馈: answer the warning.
    case answer
    /// 签收: take the case over.
    case accept
    /// 核查: check on site, two officers.
    case check
    /// 定性: say what it was.
    case qualify
    /// 责令改正: order that it be put right.
    case order
    /// 送达: record that the order was served.
    case serve
    /// 整改报告: report that it was put right.
    case report
    /// 复查: check again.
    case recheck
    /// 故障报告: report a device fault.
    case reportFault = "report-fault"
    /// 修复报告: report that the device works again.
    case repair
    /// 更正标记: correct the mark.
    case correctMark = "correct-mark"
    /// 确认: confirm a repair or a corrected mark.
    case confirm
    /// 销号: close.
    case close
    /// 工况标记: state what the plant was doing; Monitoring judges the mark.
    case mark
    /// 申请延期: ask for more time.
    case askTime = "ask-time"
    /// 延期审批: grant or refuse more time.
    case decideTime = "decide-time"
    /// 移送立案: hand the case over for a penalty.
    case handOver = "hand-over"
    /// 不予采信: refuse values that were sent again.
    case refuseData = "refuse-data"
    /// 撤销案件: close a case whose exceedance no longer stands.
    case dismiss
}
