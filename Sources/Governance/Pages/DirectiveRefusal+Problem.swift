import Kernel
import Web

extension DirectiveRefusal: DescribedRefusal {
    var problem: Problem {
        switch self {
        case .unknownUnit, .noSuchTask, .notTheLead, .term: problemOfNotices
        case .noItems, .tooManyItems, .itemTooLong, .decisionForm, .deadlinePast: problemOfLines
        case .dayToCome, .dateMissing, .heldBefore, .issuedTwice, .noSuchDirective, .noSuchItem: problemOfDocuments
        case .anotherUnit, .isTask, .isClosed, .waits, .noSuchFact, .nothingToJudge, .ownAnswer: problemOfAnswers
        }
    }

    private var problemOfNotices: Problem {
        switch self {
        case .unknownUnit(let unit, let field, let line):
            Problem(
                status: 422, rule: "GOV-UNIT", field: field,
                what: Phrase(
                    "\(Self.place(line).zh)单位“\(unit)”不在政策中，或尚未对应到机构",
                    "\(Self.place(line).en)no policy names the unit “\(unit)”, or no organisation speaks for it"),
                remedy: Phrase("请填牵头单位页所列的全称", "give a unit as the page of lead units writes it"))
        case .noSuchTask:
            Problem(
                status: 422, rule: "GOV-TASK", field: "task", what: Phrase("没有这项政策任务", "no policy sets this task"),
                remedy: Phrase("请填任务序号；针对单位全部工作的，请留空", "give the number of a task, or nothing for all of its work"))
        case .notTheLead(let unit, let lead):
            Problem(
                status: 422, rule: "GOV-LEAD", field: "unit",
                what: Phrase("“\(unit)”不牵头这项任务", "“\(unit)” does not lead this task"),
                remedy: Phrase(
                    "本任务由\(lead.joined(separator: "、"))牵头", "it is led by \(lead.joined(separator: ", "))"))
        default:
            Problem(
                status: 422, rule: "GOV-DIRECTIVE-TERM", field: "term",
                what: Phrase("整改期限不在范围内", "this is no term"),
                remedy: Phrase("请填 1 至 60 个工作日", "give 1 to 60 working days"))
        }
    }

    private static func place(_ line: Int?) -> Phrase {
        line.map { Phrase("第 \($0) 行：", "line \($0): ") } ?? Phrase("", "")
    }

    private var problemOfLines: Problem {
        switch self {
        case .noItems(let field):
            Problem(
                status: 422, rule: "GOV-DIRECTIVE-ITEMS", field: field, what: Phrase("没有内容", "nothing is said"),
                remedy: Phrase("请每行写一条", "write one a line"))
        case .tooManyItems(let field):
            Problem(
                status: 422, rule: "GOV-DIRECTIVE-ITEMS", field: field, what: Phrase("条数过多", "these are too many"),
                remedy: Phrase(
                    "一份最多 \(DirectiveDocument.itemsMax) 条，请分份印发",
                    "at most \(DirectiveDocument.itemsMax) in one; issue another for the rest"))
        case .itemTooLong(let field, let line):
            Problem(
                status: 422, rule: "GOV-DIRECTIVE-ITEMS", field: field,
                what: Phrase("第 \(line) 行过长", "line \(line) is too long"),
                remedy: Phrase(
                    "每条最多 \(DirectiveDocument.itemTextMax) 字",
                    "at most \(DirectiveDocument.itemTextMax) characters each"))
        case .deadlinePast(let line):
            Problem(
                status: 422, rule: "GOV-DIRECTIVE-DEADLINE", field: "decisions",
                what: Phrase("第 \(line) 行的期限不晚于今天", "line \(line): its last day does not lie ahead"),
                remedy: Phrase("请填今天以后的日期", "give a day after today"))
        case .decisionForm(let line):
            Problem(
                status: 422, rule: "GOV-DIRECTIVE-DECISION", field: "decisions",
                what: Phrase("第 \(line) 行不是“单位|期限|内容”", "line \(line) is not “unit|last day|decision”"),
                remedy: Phrase("如：市经信局|2026-12-31|完成名单公布", "like 市经信局|2026-12-31|完成名单公布"))
        default: problemOfDocuments
        }
    }

    private var problemOfDocuments: Problem {
        switch self {
        case .dayToCome:
            Problem(
                status: 422, rule: "GOV-DAY", field: "held_on", what: Phrase("会议日期尚未到来", "that day has not come"),
                remedy: Phrase("请填写今天或以前的日期", "give today or an earlier day"))
        case .heldBefore(let first):
            Problem(
                status: 422, rule: "GOV-DAY", field: "held_on",
                what: Phrase("会议早于政策印发的日期", "that meeting lies before the policy"),
                remedy: Phrase("请填写 \(first) 或以后", "give \(first) or later"))
        case .dateMissing:
            Problem(
                status: 422, rule: "GOV-DAY", field: "held_on", what: Phrase("缺少会议日期", "the day is missing"),
                remedy: Phrase("请按 2026-11-23 的格式填写", "write it like 2026-11-23"))
        case .issuedTwice(let key):
            Problem(
                status: 409, rule: "GOV-DIRECTIVE-TWICE",
                what: Phrase(
                    "相同内容已作为\(key.phrase.zh)印发", "the same was issued already as \(key.phrase.en)"),
                remedy: Phrase("请在该文件中查看办理情况", "see there how it goes on"))
        case .noSuchDirective:
            Problem(
                status: 404, rule: "GOV-DIRECTIVE", what: Phrase("没有这份文件", "there is no such document"),
                remedy: Phrase("请从督查和会议事项清单进入", "go there from the list"))
        default:
            Problem(
                status: 422, rule: "GOV-DIRECTIVE-ITEM", field: "item",
                what: Phrase("这份文件没有这一条", "the document has no such item"),
                remedy: Phrase("请填文件所列的序号", "give a number that it lists"))
        }
    }

    private var problemOfAnswers: Problem {
        switch self {
        case .anotherUnit(let unit):
            Problem(
                status: 403, rule: "GOV-DIRECTIVE-UNIT", field: "item",
                what: Phrase("这一条不由您的单位办理", "your unit is not asked for this"),
                remedy: Phrase("请由\(unit)答复", "\(unit) answers it"))
        case .isTask(let item):
            Problem(
                status: 409, rule: "GOV-DIRECTIVE-TASK", field: "item",
                what: Phrase("第 \(item) 项已立为任务", "item \(item) is a task"),
                remedy: Phrase("请在任务页按月填报", "report on the task by month"))
        case .isClosed:
            Problem(
                status: 409, rule: "GOV-DIRECTIVE-CLOSED", field: "item",
                what: Phrase("这一条已经验收", "this was accepted already"),
                remedy: Phrase("无需再答复；新情况请写入月报", "nothing more is asked; put news into the monthly report"))
        case .waits:
            Problem(
                status: 409, rule: "GOV-DIRECTIVE-WAITS", field: "item",
                what: Phrase("答复已提交，正待验收", "an answer waits for the office already"),
                remedy: Phrase("退回后方可再次答复", "it is answered again only when it was returned"))
        case .noSuchFact:
            Problem(
                status: 422, rule: "GOV-FACT", field: "fact",
                what: Phrase("本系统没有这个事实序号", "the journal has no fact of this number"),
                remedy: Phrase("请填页面所列的事实序号，或留空", "take its number from a page that shows it, or leave it out"))
        case .ownAnswer:
            Problem(
                status: 403, rule: "GOV-REVIEW-OWN",
                what: Phrase("不能验收自己的答复", "nobody accepts what they answered themselves"),
                remedy: Phrase("请由另一名人员验收", "let somebody else do it"))
        default:
            Problem(
                status: 409, rule: "GOV-DIRECTIVE-JUDGE", field: "judged_item",
                what: Phrase("这一条没有待验收的答复", "no answer to this waits"),
                remedy: Phrase("请刷新页面", "look at the page again"))
        }
    }
}
