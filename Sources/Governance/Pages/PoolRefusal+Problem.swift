import Kernel
import Web

extension PoolRefusal: DescribedRefusal {
    var problem: Problem {
        switch self {
        case .noSuchProject, .nameTaken, .text, .unknownRegion, .unknownSort: problemOfEntering
        case .amount, .planBeyondTotal, .overTotal, .unknownSource, .noSuchEntry, .takenBack, .twice: problemOfMoney
        case .wrongStage, .dayToCome, .dayBefore: problemOfStages
        }
    }

    private var problemOfEntering: Problem {
        switch self {
        case .nameTaken(let number):
            Problem(
                status: 409, rule: "GOV-POOL-NAME", field: "name",
                what: Phrase("该属地已有同名项目（\(number) 号）", "project \(number) of that region has this name"),
                remedy: Phrase("请在已有项目上办理，或换一个名称", "go on with that one, or choose another name"))
        case .text(let field, let max):
            Problem(
                status: 422, rule: "GOV-POOL-TEXT", field: field, what: Phrase("为空或过长", "it is empty or too long"),
                remedy: Phrase("1 至 \(max) 个字符", "1 to \(max) characters"))
        case .unknownRegion:
            Problem(
                status: 422, rule: "GOV-POOL-REGION", field: "region",
                what: Phrase("没有这个属地", "there is no such region"),
                remedy: Phrase("请填行政区划代码，全市留空", "give the code of a district, nothing for the city"))
        case .unknownSort:
            Problem(
                status: 422, rule: "GOV-POOL-SORT", field: "sort", what: Phrase("没有这个类别", "there is no such kind"),
                remedy: Phrase(
                    "请填 \(PoolSort.allCases.map(\.rawValue).joined(separator: "、"))",
                    "give \(PoolSort.allCases.map(\.rawValue).joined(separator: ", "))"))
        default:
            Problem(
                status: 404, rule: "GOV-POOL", what: Phrase("储备库中没有这个项目", "the pool has no such project"),
                remedy: Phrase("请从清单进入", "go there from the list"))
        }
    }

    private var problemOfMoney: Problem {
        switch self {
        case .amount(let field):
            Problem(
                status: 422, rule: "GOV-AMOUNT", field: field, what: Phrase("金额不正确", "this is no amount"),
                remedy: Phrase(
                    "请填不超过 1,000,000 的万元数，最多六位小数；总投资须大于 0",
                    "give at most 1,000,000 (10k yuan), at most six digits behind; the total is more than 0"))
        case .planBeyondTotal:
            Problem(
                status: 422, rule: "GOV-POOL-PLAN", field: "total",
                what: Phrase("各来源之和超过总投资", "the sources sum to more than the total"),
                remedy: Phrase("请核对总投资和各来源", "look at the total and the sources again"))
        case .overTotal(let gap):
            Problem(
                status: 409, rule: "GOV-POOL-GAP", field: "secured_amount",
                what: Phrase(
                    "超过资金缺口 \(TenThousandYuan.text(gap)) 万元",
                    "the gap is \(TenThousandYuan.text(gap)) (10k yuan) only"),
                remedy: Phrase("请减少金额，或先冲销误登的资金", "give less, or take back what was entered by mistake"))
        case .unknownSource:
            Problem(
                status: 422, rule: "GOV-POOL-SOURCE", field: "source",
                what: Phrase("没有这个资金来源", "there is no such source"),
                remedy: Phrase("请从清单选择", "choose one of the list"))
        case .twice(let number):
            Problem(
                status: 409, rule: "GOV-POOL-TWICE", field: "secured_document",
                what: Phrase("第 \(number) 条记录的来源、金额和文号与此相同", "entry \(number) has this source, amount and document"),
                remedy: Phrase("如确为另一笔，请填写它自己的文号", "if it is another one, give the number of its own document"))
        case .takenBack:
            Problem(
                status: 409, rule: "GOV-POOL-ENTRY", field: "entry",
                what: Phrase("这条记录已被冲销", "it was taken back already"),
                remedy: Phrase("请核对记录序号", "look at the number again"))
        default:
            Problem(
                status: 422, rule: "GOV-POOL-ENTRY", field: "entry", what: Phrase("没有这条资金记录", "there is no such entry"),
                remedy: Phrase("请填下表所列的序号", "give a number of the table"))
        }
    }

    private var problemOfStages: Problem {
        switch self {
        case .wrongStage(let allowed):
            Problem(
                status: 409, rule: "GOV-POOL-STAGE", field: "stage",
                what: Phrase("只能前进一步，或说明理由后退回", "it goes forward one stage at a time, or back"),
                remedy: Phrase(
                    "可以进入：\(allowed.map(\.phrase.zh).joined(separator: "、"))",
                    "what may follow: \(allowed.map(\.phrase.en).joined(separator: ", "))"))
        case .dayBefore(let last, let field):
            .dayTooEarly(last, field, Phrase("早于前一阶段的日期", "that day lies before the stage before"))
        case .dayToCome(let field):
            .dayToCome(field)
        default: problemOfEntering
        }
    }
}
