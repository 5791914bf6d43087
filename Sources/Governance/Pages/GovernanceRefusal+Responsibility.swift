import Kernel
import Web

extension GovernanceRefusal {
    /// What is said about who may decide on a task, and whose its months and milestones are.
    var problemOfResponsibility: Problem {
        switch self {
        case .monthOfFormer(let month, let unit):
            Problem(
                status: 403, rule: "GOV-ACCOUNTABLE", field: "month",
                what: Phrase("\(month) 在移交之前，由\(unit)负责", "\(month) lies before the hand-over: it is \(unit)'s"),
                remedy: Phrase(
                    "请由\(unit)补报；移交当月起由现责任单位填报", "\(unit) reports on it; later months are the present unit's"))
        case .milestoneTwice:
            Problem(
                status: 409, rule: "GOV-MILESTONE", field: "title",
                what: Phrase("已有同名、同日的里程碑", "there is a milestone of this title and day"),
                remedy: Phrase("请改用别的名称或日期", "give another title or day"))
        default:
            // Of the three that `problem` sends here, the others are above.
            Problem(
                status: 403, rule: "GOV-TASK-OWN",
                what: Phrase(
                    "您是本任务的责任人（或该月责任人），不能作出审核、延期、撤回、免责、目标确认或移交决定",
                    "you answer for this task, or did in that month, and so do not decide on it"),
                remedy: Phrase("请由主管办公室另一名人员办理", "let another officer of the office decide"))
        }
    }
}
