import Kernel
import Web

extension IndicatorRefusal: DescribedRefusal {
    var problem: Problem {
        switch self {
        case .unknownIndicator, .computed, .surveyed, .unknownRegion, .notByDistrict, .notTheOwner: problemOfPlace
        case .unknownMonth, .monthNotOver, .otherPeriod, .frozenAlready: problemOfMonths
        case .monthBefore, .nothingFiled, .unconfirmed, .implausible, .nothingImplausible: problemOfClosing
        case .notANumber, .outOfRange, .tooFine, .sameValue: problemOfValues
        case .sourceMissing, .textTooLong, .monthTwice, .nothingToCorrect: problemOfWords
        }
    }

    private var problemOfPlace: Problem {
        switch self {
        case .computed:
            Problem(
                status: 422, rule: "GOV-IND-COMPUTED", field: "indicator",
                what: Phrase("该指标由系统计算，不能填报", "this indicator is computed, not filed"),
                remedy: Phrase("请填报它所依据的指标", "file the indicators that it rests on"))
        case .surveyed:
            Problem(
                status: 422, rule: "GOV-IND-SURVEYED", field: "indicator",
                what: Phrase("该指标由满意度调查得出，不能填报", "a survey yields this indicator; nobody files it"),
                remedy: Phrase("请在“满意度调查”中结束当年的一轮", "close the survey of its year"))
        case .unknownRegion:
            Problem(
                status: 422, rule: "GOV-IND-REGION", field: "region",
                what: Phrase("没有这个区、县（市）编码", "there is no district of this code"),
                remedy: Phrase("请填六位行政区划代码，全市留空", "give its six digits, or nothing for the city"))
        case .notByDistrict:
            Problem(
                status: 422, rule: "GOV-IND-REGION", field: "region",
                what: Phrase("该指标只有全市值", "this indicator has a value of the city alone"),
                remedy: Phrase("请将区、县（市）留空", "leave the district empty"))
        case .notTheOwner(let owner):
            Problem(
                status: 403, rule: "GOV-IND-OWNER", field: "indicator",
                what: Phrase("您的单位不负责该指标", "your unit does not answer for this indicator"),
                remedy: Phrase("请由\(owner)填报", "\(owner) files it"))
        default:
            Problem(
                status: 422, rule: "GOV-IND", field: "indicator",
                what: Phrase("没有这个指标", "there is no such indicator"),
                remedy: Phrase("请从指标清单选择编码", "take its code from the list of indicators"))
        }
    }

    private var problemOfMonths: Problem {
        switch self {
        case .monthNotOver(let month):
            Problem(
                status: 422, rule: "GOV-IND-MONTH", field: "month",
                what: Phrase("\(month) 尚未结束", "\(month) is not over"),
                remedy: Phrase("请在月份结束后填报", "come back when it is"))
        case .otherPeriod(let frequency):
            Problem(
                status: 422, rule: "GOV-IND-MONTH", field: "month",
                what: Phrase("该指标\(frequency.phrase.zh)填报", "this indicator has a value each \(frequency.phrase.en)"),
                remedy: Phrase("请填该期最后一个月", "give the last month of the period"))
        case .frozenAlready(let month):
            Problem(
                status: 409, rule: "GOV-IND-FROZEN", field: "month",
                what: Phrase("\(month) 已定稿", "\(month) was closed already"),
                remedy: Phrase("定稿月份不再更改；更正作为新记录列出", "a closed month stays; corrections are shown beside it"))
        default:
            Problem(
                status: 422, rule: "GOV-IND-MONTH", field: "month",
                what: Phrase("月份格式不正确", "this is no month"),
                remedy: Phrase("请按 2026-10 的格式填写", "write it like 2026-10"))
        }
    }

    private var problemOfClosing: Problem {
        switch self {
        case .monthBefore(let first):
            Problem(
                status: 422, rule: "GOV-IND-MONTH", field: "month",
                what: Phrase("早于最早的月份 \(first)", "that month lies before the first one, \(first)"),
                remedy: Phrase("请填 \(first) 或以后的月份", "give \(first) or a later month"))
        case .unconfirmed(let month, let missing, let all):
            Problem(
                status: 422, rule: "GOV-IND-CONFIRM", field: "confirmed",
                what: Phrase(
                    "将把 \(month) 定稿：\(all) 项数值（其中 \(missing) 项缺）和当月评分从此不再更改",
                    "this closes \(month): its \(all) figures (\(missing) of them missing) and its scores "
                        + "never change again"
                ), remedy: Phrase("核对无误后勾选确认，再次提交", "look them over, tick the confirmation and send it again"))
        case .implausible(let month, let figures):
            Problem(
                status: 422, rule: "GOV-IND-IMPLAUSIBLE", field: "despite",
                what: Phrase(
                    "\(month) 有 \(figures.count) 项数值不可信，定稿后按缺数据计："
                        + figures.map(\.phrase.zh).joined(separator: "；"),
                    "\(figures.count) figures of \(month) cannot be true and would count as missing: "
                        + figures.map(\.phrase.en).joined(separator: "; ")),
                remedy: Phrase(
                    "请责任单位先更正数值；确需照此定稿的，填写理由",
                    "let their owners correct them first, or say why the month is closed despite them"))
        case .nothingImplausible(let month):
            Problem(
                status: 422, rule: "GOV-IND-IMPLAUSIBLE", field: "despite",
                what: Phrase("\(month) 没有不可信的数值", "no figure of \(month) is implausible"),
                remedy: Phrase("请将该项留空", "leave this empty"))
        default:
            Problem(
                status: 422, rule: "GOV-IND-MONTH", field: "month",
                what: Phrase("尚无任何指标数值", "nobody has filed a value yet"),
                remedy: Phrase("请先由各单位填报", "let the units file theirs first"))
        }
    }

    private var problemOfValues: Problem {
        switch self {
        case .outOfRange(let range):
            Problem(
                status: 422, rule: "GOV-IND-RANGE", field: "value",
                what: Phrase("数值超出可能范围", "no value of this indicator can be that"),
                remedy: Phrase(
                    "请填 \(range.lowerBound) 至 \(range.upperBound)",
                    "give \(range.lowerBound) to \(range.upperBound)"))
        case .tooFine(let decimals):
            Problem(
                status: 422, rule: "GOV-IND-RANGE", field: "value",
                what: Phrase("小数位过多", "it has too many digits behind the point"),
                remedy: Phrase("最多 \(decimals) 位小数", "at most \(decimals)"))
        case .sameValue:
            Problem(
                status: 409, rule: "GOV-IND-CORRECTION", field: "value",
                what: Phrase("与现有数值相同", "this is the value that stands"),
                remedy: Phrase("无需更正", "there is nothing to correct"))
        default:
            Problem(
                status: 422, rule: "GOV-IND-NUMBER", field: "value",
                what: Phrase("不是数字", "this is no number"),
                remedy: Phrase("请填普通数字，如 92.5", "write a plain number like 92.5"))
        }
    }

    private var problemOfWords: Problem {
        switch self {
        case .sourceMissing:
            Problem(
                status: 422, rule: "GOV-IND-SOURCE", field: "source",
                what: Phrase("缺少数据来源", "the source is missing"),
                remedy: Phrase("请填文号或报表名称", "name the document or table that it stands in"))
        case .textTooLong(let field, let max):
            Problem(
                status: 422, rule: "GOV-IND-LENGTH", field: field,
                what: Phrase("文字过长", "the text is too long"),
                remedy: Phrase("最多 \(max) 个字符", "at most \(max) characters"))
        case .monthTwice(let month):
            Problem(
                status: 409, rule: "GOV-IND-TWICE", field: "month",
                what: Phrase("\(month) 已有数值", "\(month) has a value already"),
                remedy: Phrase("需要更正时，请填写更正理由", "to correct it, say why"))
        default:
            Problem(
                status: 409, rule: "GOV-IND-CORRECTION", field: "reason",
                what: Phrase("该月尚无数值可更正", "that month has no value to correct"),
                remedy: Phrase("首次填报请不要写更正理由", "leave the reason empty for a first value"))
        }
    }
}
