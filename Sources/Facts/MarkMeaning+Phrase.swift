public import Kernel

extension MarkMeaning {
    /// What the mark says.
    public var phrase: Phrase {
        switch self {
        case .maintenance: Phrase("设备维护（数据无效）", "device maintained (invalid)")
        case .calibration: Phrase("设备校准（数据无效）", "device calibrated (invalid)")
        case .deviceFault: Phrase("设备故障（数据无效）", "device out of order (invalid)")
        case .linkBroken: Phrase("通讯中断（数据无效）", "link broken (invalid)")
        case .starting: Phrase("启炉（启动）", "starting")
        case .stopping: Phrase("停炉（停机）", "stopping")
        case .fault: Phrase("生产或治理设施故障", "plant fault")
        case .accident: Phrase("事故", "accident")
        case .standstill: Phrase("停运", "standstill")
        case .warming: Phrase("烘炉", "warming")
        case .cooling: Phrase("停炉降温", "cooling")
        case .normal: Phrase("取消标记（正常）", "mark taken back (normal)")
        }
    }
}

extension JudgingCause {
    /// Why values were judged again.
    public var phrase: Phrase {
        switch self {
        case .value: Phrase("数值到达或重发", "a value came or was sent again")
        case .mapping: Phrase("因子编码或单位的读法变更", "codes or units are read otherwise")
        case .mark: Phrase("企业标记变更", "hours were marked")
        case .closing: Phrase("标记期满或提前结束", "marks have closed")
        case .limit: Phrase("限值变更", "a limit changed")
        case .adoption: Phrase("主管部门登记采用规则", "the authority adopted a rule")
        case .time: Phrase("时间推移（该时段结束或数据静默）", "time went by (a time is over, or silence)")
        }
    }
}
