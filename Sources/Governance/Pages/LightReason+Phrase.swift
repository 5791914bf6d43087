import Kernel

extension LightReason {
    /// Why, in words.
    var phrase: Phrase {
        switch self {
        case .fulfilled: Phrase("已完成", "fulfilled")
        case .notTaken: Phrase("无数据", "no data")
        case .deadlineOver: Phrase("超过时限", "past its deadline")
        case .milestoneLate: Phrase("里程碑严重逾期", "a milestone is very late")
        case .reportsMissing: Phrase("缺报月报", "reports are missing")
        case .statedLate: Phrase("自评滞后", "late by its own word")
        case .waitsForReview: Phrase("完成待审核", "fulfilled, to be reviewed")
        case .milestoneDue: Phrase("里程碑逾期", "a milestone is late")
        case .reportMissing: Phrase("缺一期月报", "a report is missing")
        case .returned: Phrase("月报被退回", "a report was returned")
        case .atRisk: Phrase("有风险", "at risk")
        case .deadlineNear: Phrase("临近时限", "near its deadline")
        case .extended: Phrase("已延期", "extended")
        case .nothingReported: Phrase("尚无月报", "nothing reported")
        case .nothingAccepted: Phrase("月报待审核", "its first report is to be reviewed")
        case .onTrack: Phrase("正常推进", "on track")
        }
    }
}
