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
        case .confirmed: Phrase("已定性：真超标", "a true exceedance")
        case .ordered: Phrase("已责令整改", "ordered")
        case .reported: Phrase("已报整改", "rectification reported")
        case .failed: Phrase("复查不合格", "re-check failed")
        case .rechecked: Phrase("已复查", "re-checked")
        case .faulty: Phrase("已定性：设备故障", "a device fault")
        case .repairing: Phrase("设备维修中", "being repaired")
        case .repaired: Phrase("已报修复", "repaired")
        case .mismarked: Phrase("已定性：标记错误", "a wrong mark")
        case .remarked: Phrase("已更正标记", "mark corrected")
        case .cleared: Phrase("已排除超标", "cleared")
        case .closed: Phrase("已销号", "closed")
        case .merged: Phrase("已并案", "merged")
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
        case .qualify: Phrase("定性", "Qualify")
        case .order: Phrase("责令改正", "Order rectification")
        case .serve: Phrase("记录送达", "Record the service")
        case .report: Phrase("提交整改报告", "Report the rectification")
        case .recheck: Phrase("复查", "Re-check")
        case .reportFault: Phrase("报告设备故障", "Report a device fault")
        case .repair: Phrase("报告设备修复", "Report the repair")
        case .correctMark: Phrase("更正数据标记", "Correct the mark")
        case .confirm: Phrase("确认", "Confirm")
        case .close: Phrase("销号", "Close the case")
        case .mark: Phrase("标记工况", "State the operating condition")
        case .askTime: Phrase("申请延期", "Ask for more time")
        case .decideTime: Phrase("审批延期", "Decide on more time")
        case .handOver: Phrase("移送立案", "Hand over for a penalty")
        case .refuseData: Phrase("不采信重新上传的数据", "Refuse the data sent again")
        case .dismiss: Phrase("撤销案件", "Dismiss the case")
        }
    }

    /// What a taken step is called in the timeline.
    var donePhrase: Phrase {
        switch self {
        case .warn: Phrase("预警", "warning sent")
        case .answer: Phrase("企业反馈", "enterprise answered")
        case .accept: Phrase("属地签收完成", "branch accepted")
        case .check: Phrase("现场核查完成", "checked on site")
        case .qualify: Phrase("已定性", "qualified")
        case .order: Phrase("已责令改正", "rectification ordered")
        case .serve: Phrase("责令改正已送达", "order served")
        case .report: Phrase("整改报告", "rectification reported")
        case .recheck: Phrase("复查完成", "re-checked")
        case .reportFault: Phrase("设备故障报告", "device fault reported")
        case .repair: Phrase("设备修复报告", "repair reported")
        case .correctMark: Phrase("标记已更正", "mark corrected")
        case .confirm: Phrase("确认完成", "confirmation decided")
        case .close: Phrase("案件销号", "case closed")
        case .mark: Phrase("工况标记", "operating condition stated")
        case .askTime: Phrase("延期申请", "more time asked for")
        case .decideTime: Phrase("延期审批完成", "request for time decided")
        case .handOver: Phrase("已移送立案", "handed over for a penalty")
        case .refuseData: Phrase("重新上传的数据不予采信", "data sent again refused")
        case .dismiss: Phrase("案件撤销", "case dismissed")
        }
    }

    /// The words of a branch that starts as a request of the enterprise.
    var isOfEnterprise: Bool {
        switch self {
        case .answer, .report, .reportFault, .repair, .correctMark, .mark, .askTime: true
        case .warn, .accept, .check, .qualify, .order, .serve, .recheck, .confirm, .close, .decideTime, .handOver,
            .refuseData, .dismiss:
            false
        }
    }
}

extension CaseBranch {
    /// The branch as people read it.
    var phrase: Phrase {
        switch self {
        case .exceedance: Phrase("真超标", "true exceedance")
        case .device: Phrase("设备故障", "device fault")
        case .condition: Phrase("工况（启停）", "operating condition (start, stop)")
        case .mark: Phrase("标记错误", "wrong mark")
        case .withdrawn: Phrase("撤销（超标不成立）", "withdrawn")
        }
    }
}
