import Kernel
import Web

extension GovernanceRefusal {
    /// What is said about the yearly targets of long-term tasks.
    var problemOfTargets: Problem {
        switch self {
        case .targetYear(let first, let last):
            Problem(
                status: 422, rule: "GOV-TARGET", field: "target_year",
                what: Phrase("年度不在可设定的范围内", "no target is set for this year"),
                remedy: Phrase("请填 \(first) 或 \(last)", "give \(first) or \(last)"))
        case .targetIndicator:
            Problem(
                status: 422, rule: "GOV-TARGET", field: "target_indicator",
                what: Phrase("没有这个指标编码", "there is no indicator of this code"),
                remedy: Phrase("请从指标清单选择编码，或留空", "take its code from the list of indicators, or leave it empty"))
        case .noTarget(let year):
            Problem(
                status: 409, rule: "GOV-TARGET", field: "standing",
                what: Phrase(
                    "\(year) 年没有经确认的年度目标，不能报“已完成”",
                    "no target of \(year) was agreed to that could be fulfilled"),
                remedy: Phrase("请先设定年度目标，由主管办公室确认", "set one, and let the office agree to it"))
        case .nothingToConfirm:
            Problem(
                status: 409, rule: "GOV-TARGET", field: "confirmed_year",
                what: Phrase("该年度没有待确认的目标", "no target of this year waits"),
                remedy: Phrase("请刷新页面", "look at the page again"))
        case .ownTarget:
            Problem(
                status: 403, rule: "GOV-TARGET", what: Phrase("不能确认自己设定的目标", "nobody agrees to their own target"),
                remedy: Phrase("请由另一名人员确认", "let somebody else do it"))
        default:
            Problem(
                status: 409, rule: "GOV-TARGET", field: "target_year",
                what: Phrase("只有长期任务设年度目标", "only long-term tasks have targets of years"),
                remedy: Phrase("本任务有时限，请设里程碑", "this task has a last day; set milestones"))
        }
    }
}
