import Kernel
import Web

extension GovernanceRefusal {
    /// What is said about tasks that several units lead, and about counter-decisions.
    var problemOfShares: Problem {
        switch self {
        case .notAccountable(let unit):
            Problem(
                status: 403, rule: "GOV-ACCOUNTABLE", field: "unit",
                what: Phrase("本任务由\(unit)负责，月报、佐证和责任人由其办理", "\(unit) answers for this task: its report is theirs"),
                remedy: Phrase(
                    "您的单位可以填写“配合情况”；需要变更责任单位的，向主管办公室申请",
                    "your unit may add a contribution of its own, or ask the office for the task"))
        case .isAccountable(let unit):
            Problem(
                status: 409, rule: "GOV-ACCOUNTABLE", field: "contributed_month",
                what: Phrase("\(unit)是本任务的责任单位", "\(unit) answers for this task itself"),
                remedy: Phrase("请填报月报", "report on the month"))
        case .askedAlready(let unit):
            Problem(
                status: 409, rule: "GOV-TAKEOVER", field: "unit",
                what: Phrase("已申请由\(unit)负责", "the office was asked to let \(unit) answer already"),
                remedy: Phrase("请等待主管办公室确认", "wait for the office"))
        case .contributedAlready(let month):
            Problem(
                status: 409, rule: "GOV-CONTRIBUTION", field: "contributed_month",
                what: Phrase("\(month) 的配合情况已经填写", "your unit told of \(month) already"),
                remedy: Phrase("更正请写入下月", "correct it in the next month's"))
        case .tooFar(let last):
            Problem(
                status: 422, rule: "GOV-EXTENSION", field: "deadline",
                what: Phrase("新时限过远", "this is too far away"),
                remedy: Phrase(
                    "最晚为 \(last)（本年以后 \(GovernanceDesk.extensionYearsMax) 年，设计值）",
                    "\(last) at the latest (\(GovernanceDesk.extensionYearsMax) years after this one, a design value)"))
        case .officeOnly:
            Problem(
                status: 403, rule: "GOV-COUNTER", what: Phrase("撤回由主管办公室办理", "the office takes acts back"),
                remedy: Phrase("请联系主管办公室", "ask the office"))
        default:
            Problem(
                status: 409, rule: "GOV-COUNTER", field: "counter_target",
                what: Phrase("没有可撤回的这一项", "there is nothing of this to take back"),
                remedy: Phrase(
                    "请填延期或里程碑的序号，或审核通过的月份", "give the number of an extension or milestone, or an accepted month"))
        }
    }
}
