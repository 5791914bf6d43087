import Kernel
import Web

extension FundRefusal: DescribedRefusal {
    var problem: Problem {
        switch self {
        case .noSuchFund, .noSuchEntry, .noSuchAllocation: problemOfPlace
        case .nameTaken, .noSuchTask, .target: problemOfNames
        case .year, .amount, .dayToCome, .dayBefore, .dayBeforePolicy, .grantBefore: problemOfValues
        case .overBudget, .overAllocation: problemOfBalance
        case .takenBack, .counterEntry, .stillAllocated, .stillUsed, .twice: problemOfCounters
        case .noSuchApplication, .appliedTwice, .judgedAlready, .ownApplication, .notAccepted, .allocatedAlready:
            problemOfApplications
        }
    }

    private var problemOfPlace: Problem {
        switch self {
        case .noSuchEntry:
            Problem(
                status: 422, rule: "GOV-FUND-ENTRY", field: "entry", what: Phrase("没有这条记录", "there is no such entry"),
                remedy: Phrase("请填下表所列的记录序号", "give the number of an entry of the table"))
        case .noSuchAllocation:
            Problem(
                status: 422, rule: "GOV-FUND-ENTRY", field: "allocation",
                what: Phrase("没有这项分配，或已被冲销", "there is no such allocation, or it was taken back"),
                remedy: Phrase("请填下表所列的分配序号", "give the number of an allocation of the table"))
        default:
            Problem(
                status: 404, rule: "GOV-FUND", what: Phrase("没有这只资金", "there is no such fund"),
                remedy: Phrase("请从清单进入", "go there from the list"))
        }
    }

    private var problemOfNames: Problem {
        switch self {
        case .nameTaken(let name):
            Problem(
                status: 409, rule: "GOV-FUND-NAME", field: "name",
                what: Phrase("“\(name)”已经设立", "“\(name)” is kept already"),
                remedy: Phrase("请在该资金下登记预算，或换一个名称", "enter the budget there, or choose another name"))
        case .noSuchTask:
            Problem(
                status: 422, rule: "GOV-FUND-TASK", field: "task",
                what: Phrase("政策中没有这项任务", "the policy has no such task"),
                remedy: Phrase("请填任务序号，或留空", "give the number of a task, or nothing"))
        case .target(.project, let field):
            Problem(
                status: 422, rule: "GOV-FUND-TARGET", field: field,
                what: Phrase("政策中没有这个项目", "the policy has no such project"),
                remedy: Phrase("请填重点项目的序号", "give the number of a key project"))
        case .target(.task, let field):
            Problem(
                status: 422, rule: "GOV-FUND-TARGET", field: field,
                what: Phrase("政策中没有这项任务", "the policy has no such task"),
                remedy: Phrase("请填任务序号", "give the number of a task"))
        case .target(.enterprise, let field):
            Problem(
                status: 422, rule: "GOV-FUND-ENTERPRISE", field: field,
                what: Phrase("污染源名录中没有这家企业", "the register has no such enterprise"),
                remedy: Phrase(
                    "请从提示中选择企业全称，或填企业编号；未入名录的先登记",
                    "choose its full name of those offered, or give its code; enter it in the register first"))
        default:
            Problem(
                status: 422, rule: "GOV-FUND-TARGET", field: targetField, what: Phrase("缺少对象", "for what is missing"),
                remedy: Phrase("请填用途", "give the purpose"))
        }
    }

    private var targetField: String? {
        if case .target(_, let field) = self { field } else { nil }
    }

    private var problemOfValues: Problem {
        switch self {
        case .year(let first, let last, let field):
            Problem(
                status: 422, rule: "GOV-FUND-YEAR", field: field,
                what: Phrase("年度不正确", "this is no year of a budget"),
                remedy: Phrase("请填 \(first) 至 \(last)", "give \(first) to \(last)"))
        case .amount(let field):
            Problem(
                status: 422, rule: "GOV-AMOUNT", field: field, what: Phrase("金额不正确", "this is no amount"),
                remedy: Phrase(
                    "请填大于 0、不超过 1,000,000 的万元数，最多六位小数",
                    "give more than 0 and at most 1,000,000 (10k yuan), at most six digits behind"))
        case .dayBefore(let last, let field):
            .dayTooEarly(last, field, Phrase("早于分配日期", "that day lies before the allocation"))
        case .dayBeforePolicy(let first, let field):
            .dayBeforePolicy(first, field)
        case .grantBefore(let first):
            .dayTooEarly(first, "granted_on", Phrase("早于申请的日期", "that day lies before it was applied for"))
        case .dayToCome(let field):
            .dayToCome(field)
        default: problemOfPlace
        }
    }

    private var problemOfBalance: Problem {
        switch self {
        case .overBudget(let year, let left, let field):
            Problem(
                status: 409, rule: "GOV-FUND-BUDGET", field: field,
                what: Phrase(
                    "超出 \(year) 年预算，未分配余额 \(TenThousandYuan.text(left)) 万元",
                    "beyond the budget of \(year), which has \(TenThousandYuan.text(left)) (10k yuan) left"),
                remedy: Phrase("请减少金额，或先追加预算", "allocate less, or add to the budget first"))
        case .overAllocation(let left):
            Problem(
                status: 409, rule: "GOV-FUND-ALLOCATION", field: "used_amount",
                what: Phrase(
                    "超出该项分配，未使用余额 \(TenThousandYuan.text(left)) 万元",
                    "beyond the allocation, which has \(TenThousandYuan.text(left)) (10k yuan) left"),
                remedy: Phrase("请减少金额，或先另行分配", "use less, or allocate more first"))
        default: problemOfPlace
        }
    }

    private var problemOfCounters: Problem {
        switch self {
        case .twice(let number):
            Problem(
                status: 409, rule: "GOV-FUND-TWICE",
                what: Phrase("第 \(number) 条记录的金额和文号与此相同", "entry \(number) has this amount and this document"),
                remedy: Phrase("如确为另一笔，请填写它自己的文号或凭证号", "if it is another one, give the number of its own document"))
        case .takenBack:
            Problem(
                status: 409, rule: "GOV-FUND-COUNTER", field: "entry",
                what: Phrase("这条记录已被冲销", "it was taken back already"),
                remedy: Phrase("请核对记录序号", "look at the number again"))
        case .counterEntry:
            Problem(
                status: 409, rule: "GOV-FUND-COUNTER", field: "entry",
                what: Phrase("冲销记录不能再冲销", "a counter entry is not taken back"),
                remedy: Phrase("请重新登记一条正确的记录", "make the right entry anew"))
        case .stillAllocated(let year):
            Problem(
                status: 409, rule: "GOV-FUND-COUNTER", field: "entry",
                what: Phrase("\(year) 年预算已经分配出去", "the budget of \(year) is allocated"),
                remedy: Phrase("请先冲销相应的分配", "take the allocations back first"))
        default:
            Problem(
                status: 409, rule: "GOV-FUND-COUNTER", field: "entry",
                what: Phrase("该项分配已经使用", "the allocation was used"),
                remedy: Phrase("请先冲销相应的使用记录", "take its uses back first"))
        }
    }
}
