import Kernel
import Web

extension FundRefusal {
    /// What is wrong with an application for money of a fund.
    var problemOfApplications: Problem {
        switch self {
        case .appliedTwice(let number):
            Problem(
                status: 409, rule: "GOV-FUND-APPLICATION-TWICE", field: "applied_what",
                what: Phrase("第 \(number) 号申请与此相同，正在审核", "application \(number) says the same and waits"),
                remedy: Phrase("如确为另一项，请写明不同之处", "if it is another one, say in what it differs"))
        case .judgedAlready(let number):
            Problem(
                status: 409, rule: "GOV-FUND-APPLICATION", field: "application",
                what: Phrase("第 \(number) 号申请已经审核", "application \(number) was reviewed already"),
                remedy: Phrase("退回的申请请由申请单位另行提出", "of one that was returned, the unit applies anew"))
        case .ownApplication:
            Problem(
                status: 403, rule: "GOV-FUND-APPLICATION-OWN", field: "application",
                what: Phrase("不能审核自己提出的申请", "nobody reviews what they applied for"),
                remedy: Phrase("请由其他人员审核", "let somebody else do it"))
        case .notAccepted(let number):
            Problem(
                status: 409, rule: "GOV-FUND-APPLICATION", field: "granted_application",
                what: Phrase("第 \(number) 号申请没有审核通过", "application \(number) was not accepted"),
                remedy: Phrase("请先由市局审核通过", "the office has to accept it first"))
        case .allocatedAlready(let number):
            Problem(
                status: 409, rule: "GOV-FUND-APPLICATION", field: "granted_application",
                what: Phrase("第 \(number) 号申请已经分配", "money was allocated for application \(number) already"),
                remedy: Phrase("如分配有误，请先冲销那条记录", "if that was wrong, take the entry back first"))
        default:
            Problem(
                status: 422, rule: "GOV-FUND-APPLICATION", field: "application",
                what: Phrase("没有这项申请", "there is no such application"),
                remedy: Phrase("请填申请表所列的序号", "give a number of the table of applications"))
        }
    }
}
