import Facts
import Kernel

/// The kinds of fact of which other departments can be told: what was found and what was done about it, never who
/// signed in or which secret changed.
enum OfferedKind {
    static let all: [(kind: String, name: Phrase)] = [
        (ExceedanceFound.kind, Phrase("发现超标", "exceedance found")),
        (ExceedanceChanged.kind, Phrase("超标变化", "exceedance changed")),
        (ExceedanceWithdrawn.kind, Phrase("超标撤销", "exceedance withdrawn")),
        (CaseOpened.kind, Phrase("立案", "case opened")),
        (CaseStepTaken.kind, Phrase("案件办理", "step of a case taken")),
        (CaseEscalated.kind, Phrase("案件升级", "case escalated")),
        (CaseClockWarned.kind, Phrase("办理时限提醒", "clock of a case running out")),
        (CaseReopened.kind, Phrase("案件恢复办理", "case reopened")),
        (CaseMerged.kind, Phrase("并案", "case merged")),
        (HourAlertRaised.kind, Phrase("小时预警", "hourly warning")),
        (DutyMissed.kind, Phrase("任务逾期", "duty missed")),
        (PolicyDutyReminded.kind, Phrase("政策任务临期提醒", "duty of a policy due soon")),
        (LimitRecorded.kind, Phrase("登记限值", "limit recorded")),
    ]

    static let kinds = Set(all.map(\.kind))
}
