import Kernel
public import Web

extension CaseRefusal: DescribedRefusal {
    /// The refusal in words.
    public var problem: Problem {
        switch self {
        case .notFound:
            Problem.notFound
        case .wrongRole(let needed):
            Problem(
                status: 403, rule: "SUP-ROLE",
                what: Phrase("这一步由\(needed.phrase.zh)办理", "this step is taken by the \(needed.phrase.en)"),
                remedy: Phrase("请转相应人员办理", "leave it to the person in charge"))
        case .wrongState(let action, let state):
            Problem(
                status: 409, rule: "SUP-STATE",
                what: Phrase(
                    "案件现处于“\(state.phrase.zh)”，不能“\(action.phrase.zh)”",
                    "the case stands at “\(state.phrase.en)”; “\(action.phrase.en)” does not start there"),
                remedy: Phrase("请按页面所示的下一步办理", "take the next step the page shows"))
        case .overtaken(let state):
            Problem(
                status: 409, rule: "SUP-OVERTAKEN",
                what: Phrase(
                    "提交前案件已被办理，现处于“\(state.phrase.zh)”",
                    "somebody was quicker: the case now stands at “\(state.phrase.en)”"),
                remedy: Phrase("请查看最新情况；同一表单无需再次提交", "look at what was done; the form need not be sent again"))
        case .dateMissing(let field):
            Problem(
                status: 422, rule: "SUP-DATE", field: field,
                what: Phrase("请填写日期", "a date is needed"),
                remedy: Phrase("格式如 2026-11-23", "written like 2026-11-23"))
        case .dateOutOfRange(let field, let from, let to):
            Problem(
                status: 422, rule: "SUP-DATE-RANGE", field: field,
                what: Phrase("日期不在允许范围内", "the date lies outside what is allowed"),
                remedy: Phrase("请填写 \(from) 至 \(to) 之间的日期", "give a day from \(from) to \(to)"))
        case .stillExceeding:
            Problem(
                status: 409, rule: "SUP-GOING-ON",
                what: Phrase("该排放口仍在超标，尚不能复查合格或销号", "the outlet still exceeds; it cannot be found right or closed"),
                remedy: Phrase("请待小时值恢复达标后再办理", "take this step when an hour complies again"))
        case .companionIsSelf:
            Problem(
                status: 422, rule: "SUP-TWO-OFFICERS", field: "companion",
                what: Phrase("同行执法人员不能是本人", "the second officer cannot be yourself"),
                remedy: Phrase("请填写另一名执法人员的姓名", "give another officer's name"))
        case .sameOfficer:
            Problem(
                status: 409, rule: "SUP-TWO-LEVELS",
                what: Phrase("复查人员不得销号本案", "whoever re-checked may not close the case"),
                remedy: Phrase("请由另一名执法人员销号", "another officer closes it"))
        }
    }
}
