/// Where a closed-loop case stands.
public enum CaseState: String, Sendable, CaseIterable {
    /// 已发现: an exceedance was found; nobody was told yet.
    case found
    /// 已预警: the enterprise was warned.
    case warned
    /// 已反馈: the enterprise answered.
    case answered
    /// 已签收: the branch took the case over.
    case accepted
    /// 已核查: the branch checked on site; what it was is still to be said.
    case checked
    /// 已定性（真超标）: a true exceedance, to be ordered right.
    case confirmed
    /// 已责令: the enterprise was ordered to put it right.
    case ordered
    /// 已整改: the enterprise reported that it is put right.
    case reported
    /// 复查不合格: the branch re-checked and it was not right; a new order follows.
    case failed
    /// 已复查: the branch re-checked and found it right.
    case rechecked
    /// 已定性（设备故障）: a device fault that the enterprise has still to report.
    case faulty
    /// 维修中: the fault is reported and is being repaired.
    case repairing
    /// 已修复: the enterprise says that the device works again.
    case repaired
    /// 已定性（标记错误）: the enterprise has to correct its mark.
    case mismarked
    /// 已更正标记: the enterprise corrected its mark.
    case remarked
    /// 已排除: shown to be no true exceedance; only the closure is left.
    case cleared
    /// 已销号: closed by a person.
    case closed
    /// 已并案: its exceedance has grown together with that of another case, which goes on with it.
    case merged
}

/// What an exceedance turned out to be; the words of the qualification's form.
public enum CaseBranch: String, Sendable, CaseIterable {
    /// 真超标: order, report, re-check, closure.
    case exceedance
    /// 设备故障: reported within 12 hours, repaired within 5 working days, confirmed.
    case device
    /// 工况: starting or stopping, inside the allowed window.
    case condition
    /// 标记错误: the enterprise's mark was wrong.
    case mark
    /// 已撤销: the exceedance no longer stands.
    case withdrawn
}
