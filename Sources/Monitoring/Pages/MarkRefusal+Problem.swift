import Kernel
public import Web

extension MarkRefusal: DescribedRefusal {
    /// The refusal in words.
    public var problem: Problem {
        switch self {
        case .notFound: Problem.notFound
        case .tooLate(let hour, let until):
            Self.of(
                "MON-MARK-LATE", "first_hour",
                Phrase(
                    "\(hour.civil.minuteText) 的标记已于 \(until.termText) 截止",
                    "the marks of \(hour.civil.minuteText) closed at \(until.termText)"),
                Phrase(
                    "请在案件中说明；执法人员定性为“标记错误”后可更正标记",
                    "explain it in the case; once an officer finds the mark wrong, it can be corrected there"),
                status: 409)
        case .closedByYou(let hour):
            Self.of(
                "MON-MARK-CLOSED", "first_hour",
                Phrase(
                    "贵单位已声明 \(hour.civil.minuteText) 所在时段无需标记",
                    "your enterprise stated that it has nothing to mark around \(hour.civil.minuteText)"),
                Phrase(
                    "声明不可撤回；执法人员定性为“标记错误”后可更正",
                    "that stands; once an officer finds the mark wrong, it can be corrected in the case"), status: 409)
        case .tooMany(let max):
            Self.of(
                "MON-MARK-MANY", nil, Phrase("24 小时内已提交 \(max) 次标记", "\(max) marks were stated within 24 hours"),
                Phrase("请合并时段后再提交", "put the hours together"), status: 409)
        case .nothingToClose:
            Self.of(
                "MON-MARK-NOTHING-OPEN", "day",
                Phrase("该日没有已结束且仍可标记的小时", "no hour of that day is over and still open"),
                Phrase("请选择今日或昨日；已截止的无需声明", "choose today or yesterday; closed ones need no statement"), status: 409)
        case .hourMissing, .hoursInDisorder, .ahead, .nothingMarked, .reasonMissing, .otherFactor, .otherWindow,
            .beyondWindow, .tooLong, .dayMissing:
            formProblem
        }
    }

    /// What is wrong with the form.
    private var formProblem: Problem {
        switch self {
        case .hoursInDisorder:
            Self.of(
                "MON-MARK-HOURS", "last_hour", Phrase("结束小时早于开始小时", "the last hour lies before the first"),
                Phrase("请更正时段", "correct the hours"))
        case .ahead:
            Self.of(
                "MON-MARK-AHEAD", "last_hour", Phrase("该小时尚未开始", "these hours have not begun yet"),
                Phrase("请在开始之后标记", "mark them once they have begun"))
        case .tooLong(let max):
            Self.of(
                "MON-MARK-LONG", "last_hour", Phrase("一次最多标记 \(max) 小时", "at most \(max) hours at once"),
                Phrase("请分段标记", "mark them in parts"))
        case .nothingMarked:
            Self.of(
                "MON-MARK-NONE", "meaning", Phrase("这些小时没有可取消的标记", "nothing is marked that could be taken back"),
                Phrase("请核对时段与因子", "check hours and factor"))
        case .reasonMissing:
            Self.of(
                "MON-MARK-REASON", "reason", Phrase("没有说明原因", "the reason is not told"),
                Phrase("请写明原因与台账编号", "tell it, with the number in your records"))
        case .otherFactor:
            Self.of(
                "MON-MARK-FACTOR", "factor", Phrase("该排放口没有登记此因子的限值", "the outlet has no limit of this factor"),
                Phrase("请选择本页所列因子，或留空表示全部", "choose one that the page lists, or all"))
        case .otherWindow:
            Self.of(
                "MON-MARK-WINDOW", "window",
                Phrase(
                    "所选启停类型与标记内容或本企业行业不符",
                    "the kind of start or stop fits neither the mark nor the enterprise's trade"),
                Phrase(
                    "启炉选启动类型，停炉选停炉类型，其他标记不选；行业代码有误的请先更正登记",
                    "choose a start for starting, a stop for stopping, else none; a wrong trade is to be corrected"
                ))
        case .beyondWindow(let max):
            Self.of(
                "MON-MARK-BEYOND", "last_hour",
                Phrase("所选启停类型最长 \(max) 小时", "this kind of start or stop may take \(Counted.english(max, "hour"))"),
                Phrase(
                    "请只标记前 \(max) 小时；其余时段照常判定，可不选类型另行标记",
                    "mark its first \(max) hours; the others are judged, and may be marked apart without a kind"))
        case .dayMissing:
            Self.of(
                "MON-MARK-DAY", "day", Phrase("缺少日期", "the day is missing"), Phrase("请选择日期", "choose a day"))
        case .hourMissing(let field):
            Self.of(
                "MON-MARK-HOURS", field, Phrase("请填写日期与整点小时", "give a day and a full hour"),
                Phrase("小时为 0 至 23", "hours are 0 to 23"))
        case .notFound, .tooLate, .closedByYou, .tooMany, .nothingToClose: Problem.notFound
        }
    }

    private static func of(
        _ rule: String, _ field: String?, _ what: Phrase, _ remedy: Phrase, status: Int = 422
    ) -> Problem {
        Problem(status: status, rule: rule, field: field, what: what, remedy: remedy)
    }
}
