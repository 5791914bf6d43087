import Kernel
import Web

extension GovernanceRefusal: DescribedRefusal {
    var problem: Problem {
        switch self {
        case .noSuchTask, .noSuchMilestone: problemOfPlace
        case .unknownUnit, .notTheLead, .noSuchUnit, .noLeadUnit, .unknownPerson, .personElsewhere, .notAssigned,
            .unknownOrganisation,
            .notOfTheBoard:
            problemOfPeople
        case .unknownMonth, .monthTwice, .monthToCome, .monthBefore, .noOpenReport, .ownReport: problemOfReports
        case .notLongTerm, .targetYear, .targetIndicator, .noTarget, .nothingToConfirm, .ownTarget: problemOfTargets
        case .notAccountable, .isAccountable, .askedAlready, .contributedAlready, .tooFar, .nothingToTakeBack,
            .officeOnly:
            problemOfShares
        case .ownTask, .monthOfFormer, .milestoneTwice: problemOfResponsibility
        case .noReport, .accepted, .tooMuchEvidence, .noSuchFact, .noFile, .notLate, .conditionMissing:
            problemOfEvidence
        case .beyondDeadline, .milestoneGone, .alreadyReached, .reachedBefore, .dayToCome, .dateMissing, .noEnd,
            .notLater:
            problemOfDates
        }
    }

    private var problemOfPlace: Problem {
        Problem(
            status: 404, rule: "GOV-TASK", what: Phrase("没有这项任务或里程碑", "there is no such task or milestone"),
            remedy: Phrase("请从任务清单进入", "go there from the list of tasks"))
    }

    private var problemOfPeople: Problem {
        switch self {
        case .unknownUnit(let unit):
            Problem(
                status: 422, rule: "GOV-UNIT", field: "unit",
                what: Phrase(
                    "单位“\(unit)”不在政策中，或尚未对应到本系统的单位",
                    "no policy names the unit “\(unit)”, or no organisation speaks for it"),
                remedy: Phrase("请在“牵头单位”页面先行对应", "bind it to an organisation on the page of lead units"))
        case .notTheLead(let lead):
            Problem(
                status: 403, rule: "GOV-LEAD", field: "unit",
                what: Phrase("您的单位不是本任务的牵头单位", "your unit does not lead this task"),
                remedy: Phrase(
                    "请由牵头单位办理：\(lead.joined(separator: "、"))", "its lead units are \(lead.joined(separator: ", "))"))
        case .noSuchUnit(let unit, let lead):
            Problem(
                status: 422, rule: "GOV-UNIT", field: "unit",
                what: Phrase("政策中没有单位“\(unit)”", "no policy names the unit “\(unit)”"),
                remedy: Self.choosing(lead))
        case .noLeadUnit(let unit, let lead):
            Problem(
                status: 422, rule: "GOV-LEAD", field: "unit",
                what: Phrase("“\(unit)”不牵头本任务", "“\(unit)” does not lead this task"),
                remedy: Self.choosing(lead))
        case .unknownPerson:
            Problem(
                status: 422, rule: "GOV-PERSON", field: "person",
                what: Phrase("没有这名人员", "there is no such person"),
                remedy: Phrase("请填写已开通人员的编号", "give the code of somebody who may sign in"))
        case .personElsewhere(let unit):
            Problem(
                status: 422, rule: "GOV-PERSON", field: "person",
                what: Phrase("此人不属于\(unit)", "this person does not work for \(unit)"),
                remedy: Phrase("请选择该单位的人员", "choose somebody of that unit"))
        case .notOfTheBoard:
            Problem(
                status: 403, rule: "GOV-BOARD",
                what: Phrase("政策推进情况仅对政府单位开放", "how the work stands is for organs of government"),
                remedy: Phrase("公开内容见“政策落实”页面", "what is public stands on the pages of the policy"))
        case .unknownOrganisation:
            Problem(
                status: 422, rule: "GOV-ORGANISATION", field: "organisation",
                what: Phrase("没有这个单位编码", "there is no organisation of this code"),
                remedy: Phrase("请先由系统管理员登记单位", "let the system administrator enter it first"))
        default:
            Problem(
                status: 409, rule: "GOV-ASSIGNED",
                what: Phrase("本任务尚无责任人", "nobody answers for this task yet"),
                remedy: Phrase("请先确定责任人，再填报月报", "name the accountable person before the first report"))
        }
    }

    private static func choosing(_ lead: [String]) -> Phrase {
        Phrase(
            "请从牵头单位中选择：\(lead.joined(separator: "、"))", "choose one that leads it: \(lead.joined(separator: ", "))")
    }

    private var problemOfReports: Problem {
        switch self {
        case .monthTwice(let month):
            Problem(
                status: 409, rule: "GOV-MONTH-TWICE", field: "month",
                what: Phrase("\(month) 的月报已经填报", "\(month) was reported on already"),
                remedy: Phrase(
                    "退回后方可重报；更正请写入下月月报", "it is reported again only when it was returned; correct it in the next one"))
        case .monthToCome(let last):
            Problem(
                status: 422, rule: "GOV-MONTH", field: "month",
                what: Phrase("该月尚未结束", "that month is not over"),
                remedy: Phrase("月份结束后填报；目前最晚可报 \(last)", "report when it is; now on \(last) at the latest"))
        case .monthBefore(let first):
            Problem(
                status: 422, rule: "GOV-MONTH", field: "month",
                what: Phrase("早于本任务开始填报的月份", "that month lies before the first one"),
                remedy: Phrase("从 \(first) 起填报", "report on \(first) or later"))
        case .noOpenReport:
            Problem(
                status: 409, rule: "GOV-REVIEW", field: "month",
                what: Phrase("该月没有待审核的月报", "no report on that month waits for a review"),
                remedy: Phrase("请刷新审核清单", "look at the list of reviews again"))
        case .ownReport:
            Problem(
                status: 403, rule: "GOV-REVIEW-OWN",
                what: Phrase("不能审核自己填报的月报", "nobody reviews what they reported themselves"),
                remedy: Phrase("请由另一名人员审核", "let somebody else review it"))
        default:
            Problem(
                status: 422, rule: "GOV-MONTH", field: "month",
                what: Phrase("月份格式不正确", "this is no month"),
                remedy: Phrase("请按 2026-10 的格式填写", "write it like 2026-10"))
        }
    }

    private var problemOfEvidence: Problem {
        switch self {
        case .noReport(let month):
            Problem(
                status: 422, rule: "GOV-EVIDENCE", field: "evidence_month",
                what: Phrase("\(month) 尚无月报", "there is no report on \(month)"),
                remedy: Phrase("请先填报月报", "report on the month first"))
        case .accepted(let month):
            Problem(
                status: 409, rule: "GOV-EVIDENCE", field: "evidence_month",
                what: Phrase("\(month) 的月报已审核通过", "the report on \(month) was accepted already"),
                remedy: Phrase("请随下月月报提交", "file it with the next report"))
        case .tooMuchEvidence(let max):
            Problem(
                status: 409, rule: "GOV-EVIDENCE", field: "evidence_month",
                what: Phrase("该月佐证已达上限", "the report has as much evidence as it may"),
                remedy: Phrase("每份月报最多 \(max) 件", "at most \(max) pieces with a report"))
        case .noSuchFact:
            Problem(
                status: 422, rule: "GOV-FACT", field: "fact",
                what: Phrase("本系统没有这个事实序号", "the journal has no fact of this number"),
                remedy: Phrase("请填指标页、评分页或案件页所列的事实序号", "take its number from a page that shows it"))
        case .notLate:
            Problem(
                status: 409, rule: "GOV-TOLERANCE",
                what: Phrase("本任务不是红灯，无需容错免责认定", "this task is not red; there is nothing to excuse"),
                remedy: Phrase("请在任务滞后时登记认定", "record a finding when it is late"))
        case .conditionMissing(let condition):
            Problem(
                status: 422, rule: "GOV-TOLERANCE", field: condition.rawValue,
                what: Phrase("免责条件未全部满足：\(condition.phrase.zh)", "a condition is not met: \(condition.phrase.en)"),
                remedy: Phrase("五项条件全部满足方可免责", "all five must be met to be excused"))
        default:
            Problem(
                status: 422, rule: "GOV-EVIDENCE", field: GovernanceRoom.evidenceField,
                what: Phrase("没有收到文件", "no file came in"),
                remedy: Phrase("请选择 JPEG、PNG 或 PDF 文件", "choose a JPEG, PNG or PDF file"))
        }
    }

    private var problemOfDates: Problem {
        switch self {
        case .beyondDeadline(let last, let isLongTerm):
            Problem(
                status: 422, rule: "GOV-MILESTONE", field: "due",
                what: Phrase("里程碑晚于任务时限", "a milestone cannot lie behind the deadline"),
                remedy: isLongTerm
                    ? Phrase(
                        "最晚为 \(last)；下一年度的里程碑，须先确认下一年度目标",
                        "\(last) at the latest; one of the next year needs that year's target agreed to first")
                    : Phrase(
                        "最晚为 \(last)；确需延期的，先办理延期决定",
                        "\(last) at the latest; a later one needs a decided extension"))
        case .milestoneGone(let first):
            Problem(
                status: 422, rule: "GOV-MILESTONE", field: "due",
                what: Phrase("里程碑日期已过", "a milestone lies ahead when it is set"),
                remedy: Phrase("请填写 \(first) 或以后的日期", "give \(first) or a later day"))
        case .alreadyReached:
            Problem(
                status: 409, rule: "GOV-MILESTONE",
                what: Phrase("该里程碑已经完成", "this milestone was reached already"),
                remedy: Phrase("请刷新页面", "look at the page again"))
        case .reachedBefore(let first):
            Problem(
                status: 422, rule: "GOV-DAY", field: "day",
                what: Phrase("早于里程碑设定的日期", "that day lies before the milestone was set"),
                remedy: Phrase("请填写 \(first) 至今天的日期", "give a day from \(first) until today"))
        case .dayToCome:
            .dayToCome("day")
        case .noEnd:
            Problem(
                status: 409, rule: "GOV-EXTENSION",
                what: Phrase("长期任务没有可延长的时限", "a long-term task has no deadline to be put off"),
                remedy: Phrase("请调整年度里程碑", "set other milestones of the year"))
        case .notLater(let last):
            Problem(
                status: 422, rule: "GOV-EXTENSION", field: "deadline",
                what: Phrase("新时限不晚于现有时限", "this is not later than the present deadline"),
                remedy: Phrase("请填写 \(last) 以后的日期", "give a day after \(last)"))
        case .dateMissing(let field):
            Problem(
                status: 422, rule: "GOV-DAY", field: field, what: Phrase("缺少日期", "the day is missing"),
                remedy: Phrase("请按 2026-11-23 的格式填写", "write it like 2026-11-23"))
        default: problemOfPlace
        }
    }
}
