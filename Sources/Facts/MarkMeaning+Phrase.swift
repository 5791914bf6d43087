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
