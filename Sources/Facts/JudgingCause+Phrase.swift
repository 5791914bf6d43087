public import Kernel

extension JudgingCause {
    /// Why values were judged again.
    public var phrase: Phrase {
        switch self {
        case .value: Phrase("数值到达或重发", "a value came or was sent again")
        case .mapping: Phrase("因子编码或单位的读法变更", "codes or units are read otherwise")
        case .mark: Phrase("企业标记变更", "hours were marked")
        case .setAside: Phrase("执法人员撤销企业标记", "an officer set a mark of the enterprise aside")
        case .closing: Phrase("标记期满或提前结束", "marks have closed")
        case .limit: Phrase("限值变更", "a limit changed")
        case .adoption: Phrase("主管部门登记采用规则", "the authority adopted a rule")
        case .time: Phrase("时间推移（该时段结束或数据静默）", "time went by (a time is over, or silence)")
        }
    }
}
