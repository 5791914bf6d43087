import Kernel
import Web

extension WorkRefusal: DescribedRefusal {
    var problem: Problem {
        switch self {
        case .noSuchReform, .noSuchProject, .noSuchDocument, .noSuchObstacle:
            Problem(
                status: 404, rule: "GOV-WORK", field: placeField, what: Phrase("没有这一项", "there is no such thing"),
                remedy: Phrase("请从清单进入", "go there from the list"))
        case .unknownUnit, .notItsUnit, .noUnit: problemOfUnits
        case .wrongStage, .reviewYears, .documentTwice: problemOfStages
        case .dayToCome, .dayBefore, .dayBeforePolicy, .stageBeforePolicy, .stageTooOld: problemOfDays
        case .amount, .percent, .monthToCome, .monthBefore, .monthTwice, .nothingToCorrect, .progressOutOfLine,
            .abovePlan:
            problemOfMonths
        case .obstacleTwice, .needTwice, .dayGone: problemOfObstacles
        case .noSuchNeed, .needAmount, .position: problemOfNeeds
        case .notAPhoto, .defectivePhoto, .noPhoto, .tooManyPhotos, .noSuchPhoto, .photoTakenBack: problemOfPhotos
        }
    }

    /// The field that names what is not here; a reform or a project is named by the address.
    private var placeField: String? {
        switch self {
        case .noSuchDocument: "document"
        case .noSuchObstacle: "obstacle"
        default: nil
        }
    }

    private var problemOfUnits: Problem {
        switch self {
        case .unknownUnit(let unit, let field):
            Problem(
                status: 422, rule: "GOV-UNIT", field: field,
                what: Phrase("单位“\(unit)”不在政策中", "no policy names the unit “\(unit)”"),
                remedy: Phrase("请填政策所列单位的全称", "give a unit as the policy writes it"))
        case .notItsUnit(let unit):
            Problem(
                status: 403, rule: "GOV-WORK-UNIT", what: Phrase("您的单位不负责这一项", "your unit does not answer for this"),
                remedy: Phrase("请由\(unit)办理", "\(unit) does"))
        default:
            Problem(
                status: 409, rule: "GOV-WORK-UNIT", what: Phrase("尚未确定负责单位", "no unit answers for it yet"),
                remedy: Phrase("请由市局先确定负责单位", "let the office name one first"))
        }
    }

    private var problemOfStages: Problem {
        switch self {
        case .wrongStage(let allowed):
            Problem(
                status: 409, rule: "GOV-STAGE", field: "stage",
                what: Phrase("不能从现阶段直接进入该阶段", "this stage does not follow the present one"),
                remedy: Phrase(
                    "下一阶段可以是：\(words(allowed, .chinese))", "what may follow: \(words(allowed, .english))"))
        case .documentTwice(let reform, let number):
            Problem(
                status: 409, rule: "GOV-DOC-TWICE", field: "title",
                what: Phrase("改革 \(reform) 已登记同名文件", "reform \(reform) has a document of this title already"),
                remedy: Phrase("请在第 \(number) 号文件上登记阶段", "record its stages at its document \(number)"))
        default:
            Problem(
                status: 422, rule: "GOV-REVIEW-YEARS", field: "review_years",
                what: Phrase("评估年限不在范围内", "it cannot be reviewed after so many years"),
                remedy: Phrase("请填 1 至 10", "give 1 to 10"))
        }
    }

    private func words(_ stages: Set<DocumentStage>, _ language: Language) -> String {
        let all = DocumentStage.allCases.filter(stages.contains).map { $0.phrase(language) }
        return all.isEmpty ? "–" : all.joined(separator: language == .chinese ? "、" : ", ")
    }

    private var problemOfMonths: Problem {
        switch self {
        case .amount(let field):
            Problem(
                status: 422, rule: "GOV-AMOUNT", field: field, what: Phrase("金额不正确", "this is no amount"),
                remedy: Phrase(
                    "请填 0 至 1,000,000 万元，最多六位小数", "give 0 to 1,000,000 (10k yuan), at most six digits behind"))
        case .percent:
            Problem(
                status: 422, rule: "GOV-PERCENT", field: "progress", what: Phrase("进度不正确", "this is no progress"),
                remedy: Phrase("请填 0 至 100 的整数", "give a whole number of 0 to 100"))
        case .progressOutOfLine(let least, let most):
            Problem(
                status: 409, rule: "GOV-PROGRESS", field: "progress",
                what: Phrase("形象进度与相邻月份不符：进度不会倒退", "what is built does not fall from month to month"),
                remedy: Phrase(
                    "请填 \(least) 至 \(most)；如相邻月份填错，请先更正那个月",
                    "give \(least) to \(most), or correct the month beside it first"))
        case .abovePlan(let planned, let done):
            Problem(
                status: 422, rule: "GOV-MONEY-PLAN", field: "over_reason",
                what: Phrase(
                    "累计完成 \(TenThousandYuan.text(done)) 万元，超过计划投资 \(TenThousandYuan.text(planned)) 万元",
                    "\(TenThousandYuan.text(done)) in all is more than the planned \(TenThousandYuan.text(planned))"),
                remedy: Phrase("请核对单位为万元；确实超过的，填写超计划理由", "check that amounts are in 万元; if it is so, say why"))
        case .monthToCome(let last):
            Problem(
                status: 422, rule: "GOV-MONTH", field: "month", what: Phrase("月份尚未到来", "that month has not come"),
                remedy: Phrase("最晚填报 \(last)", "report on \(last) at the latest"))
        case .monthBefore(let first):
            Problem(
                status: 422, rule: "GOV-MONTH", field: "month",
                what: Phrase("早于政策印发的月份", "that month lies before the policy's own"),
                remedy: Phrase("从 \(first) 起填报", "report on \(first) or later"))
        case .monthTwice(let month):
            Problem(
                status: 409, rule: "GOV-MONTH-TWICE", field: "month",
                what: Phrase("\(month) 已经填报", "\(month) was reported on already"),
                remedy: Phrase("需要更正时，请填写更正理由", "to correct it, say why"))
        default:
            Problem(
                status: 409, rule: "GOV-MONTH-CORRECTION", field: "reason",
                what: Phrase("该月尚无填报可更正", "that month has nothing to correct"),
                remedy: Phrase("首次填报请不要写更正理由", "leave the reason empty for a first report"))
        }
    }
}
