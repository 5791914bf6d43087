import Kernel
import Web

extension LimitRefusal: DescribedRefusal {
    /// The refusal in words.
    var problem: Problem {
        switch self {
        case .notFound: Problem.notFound
        case .unknownLimit:
            Self.of(
                "MON-LIMIT-UNKNOWN", "limit", Phrase("该排放口没有此编号的限值", "the outlet has no limit of this number"),
                Phrase("请填写本页所列的限值编号", "give a number that this page lists"), status: 404)
        case .unknownFactor:
            Self.of(
                "MON-LIMIT-FACTOR", "factor",
                Phrase("因子表中没有这个编码，或其有两种含义", "the factor is in no table, or its code has two meanings"),
                Phrase("请在因子目录中查找六位编码", "look its six characters up in the catalogue"))
        case .otherMedium:
            Self.of(
                "MON-LIMIT-MEDIUM", "factor",
                Phrase("该因子与排放口类型不符", "the factor does not belong to this kind of outlet"),
                Phrase("废气因子以 a 开头，废水因子以 w 开头", "factors of waste gas begin with a, of waste water with w"))
        case .waterByDay:
            Self.of(
                "MON-LIMIT-WATER-DAY", "averaging",
                Phrase("废水按日均值判定，不登记小时限值", "waste water is judged by its daily mean; it has no hourly limit"),
                Phrase("请选择日均值", "choose the daily mean"))
        case .dayOnlyAtIncinerators:
            Self.of(
                "MON-LIMIT-STACK-DAY", "averaging",
                Phrase("废气按小时均值判定，只有焚烧炉按日均值", "waste gas is judged by the hour; only incinerators by the day"),
                Phrase(
                    "焚烧炉请在依据中写明 GB 18485 或 GB 18484，否则选择小时均值",
                    "for an incinerator name GB 18485 or GB 18484 as the source, else choose the hourly mean"))
        case .noUnit:
            Self.of(
                "MON-LIMIT-UNIT", "factor", Phrase("该因子没有单位，不能设限值", "the factor has no unit and cannot be limited"),
                Phrase("请核对编码", "check the code"))
        case .wrongUnit(let wanted):
            Self.of(
                "MON-LIMIT-UNIT", "unit",
                Phrase("该单位不能换算为平台单位 \(wanted)", "this unit does not lead to the platform's \(wanted)"),
                Phrase("请按限值原文选择单位", "choose the unit in which the limit is written"))
        case .noNumber(let field):
            Self.of(
                "MON-LIMIT-NUMBER", field,
                Phrase("限值须为大于 0 的数，范围的下限须小于上限", "a limit is a number above 0; a range's lower end is below its upper"),
                Phrase("请按许可证或标准原文填写", "copy it from the permit or the standard"))
        case .conditionMissing:
            Self.of(
                "MON-LIMIT-CONDITION", "condition",
                Phrase(
                    "另一条件下的限值须写明季节或水温，且只用于上限",
                    "a figure for other circumstances needs their season or water temperature, and an upper limit"),
                Phrase("请选择条件并填写该条件下的限值，或两项都留空", "choose the condition and give its figure, or leave both empty"))
        case .dayOutOfRange(let field, let from, let to):
            Self.of(
                "MON-LIMIT-DAYS", field, Phrase("日期不在允许范围内", "the day lies outside what is allowed"),
                Phrase("请填写 \(from) 至 \(to) 之间的日期", "give a day from \(from) to \(to)"))
        case .sourceMissing:
            Self.of(
                "MON-LIMIT-SOURCE", "source", Phrase("没有写明依据", "it is not told where the limit is written"),
                Phrase("请填写许可证编号或标准号", "give the permit's or the standard's number"))
        case .unknownTable, .tableExpired, .notInTable, .notTheStandards: adoptionProblem
        case .overlapping(let number):
            Self.of(
                "MON-LIMIT-OVERLAP", "valid_from",
                Phrase("这些日期内已有限值 \(number) 有效", "on some of these days limit \(number) holds already"),
                Phrase("请先为限值 \(number) 填写最后有效日", "give limit \(number) its last day first"), status: 409)
        case .endedAlready:
            Self.of(
                "MON-LIMIT-ENDED", nil, Phrase("该限值已按此终止或已撤回", "the limit has ended so, or was taken back"),
                Phrase("无需再次提交", "it need not be sent again"), status: 409)
        case .tooMany(let max):
            Self.of(
                "MON-LIMIT-MANY", nil, Phrase("该排放口已有 \(max) 条限值", "the outlet has \(max) limits"),
                Phrase("请先核对为何频繁变更", "find out first why they change so often"), status: 409)
        }
    }

    /// What stands against adopting a default.
    private var adoptionProblem: Problem {
        switch self {
        case .tableExpired(let table, let day):
            Self.of(
                "MON-LIMIT-EXPIRED", "valid_from",
                Phrase("\(table) 在 \(day) 不适用", "\(table) is not in force on \(day)"),
                Phrase("请改选当日有效的标准表", "choose a table that is in force on that day"))
        case .notTheStandards(let table, let factor, let says, let written):
            Self.of(
                "MON-LIMIT-STANDARD", "value",
                Phrase(
                    "\(table) 对\(factor.zh)规定的是 \(says.zh)，所填为 \(written.zh)",
                    "of \(factor.en) \(table) says \(says.en); written was \(written.en)"),
                Phrase(
                    "请按标准原值登记，分季节或分水温的连同另一限值一并登记；许可证另有限值的，依据类别选许可证",
                    "record the standard's figure, both of a limit by season or temperature; or name the permit as the "
                        + "kind of text")
            )
        case .notInTable(let table):
            Self.of(
                "MON-LIMIT-TABLE", "table",
                Phrase("\(table) 没有该因子的限值", "\(table) has no limit of this factor"),
                Phrase("请核对因子，或按许可证登记", "check the factor, or record the permit's limit"))
        default:
            Self.of(
                "MON-LIMIT-TABLE", "table", Phrase("没有这个标准表", "there is no such table of a standard"),
                Phrase("请从本页列出的默认限值中采用", "adopt one of the defaults that this page lists"))
        }
    }

    private static func of(
        _ rule: String, _ field: String?, _ what: Phrase, _ remedy: Phrase, status: Int = 422
    ) -> Problem {
        Problem(status: status, rule: rule, field: field, what: what, remedy: remedy)
    }
}
