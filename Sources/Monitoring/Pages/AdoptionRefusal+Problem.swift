import Kernel
import Web

extension AdoptionRefusal: DescribedRefusal {
    /// The refusal in words.
    var problem: Problem {
        switch self {
        case .unknownRule:
            Problem(
                status: 422, rule: "MON-ADOPT-RULE", field: "rule",
                what: Phrase("没有等待采用的此规则", "no such rule waits for an adoption"),
                remedy: Phrase("请选择页面所列的规则", "choose a rule that the page lists"))
        case .sourceMissing:
            Problem(
                status: 422, rule: "MON-ADOPT-SOURCE", field: "source",
                what: Phrase("没有写明采用的文件", "the document is not named"),
                remedy: Phrase("请填写文号与名称", "give its number and title"))
        case .daysInDisorder:
            Problem(
                status: 422, rule: "MON-ADOPT-DAYS", field: "valid_to",
                what: Phrase("最后一日早于第一日", "the last day lies before the first"),
                remedy: Phrase("请更正日期", "correct the days"))
        case .overlapping(let number):
            Problem(
                status: 409, rule: "MON-ADOPT-OVERLAP", field: "valid_from",
                what: Phrase("这些日期内已有采用 \(number)", "adoption \(number) holds on some of these days"),
                remedy: Phrase("请选择其他日期", "choose other days"))
        case .notFound:
            Problem(
                status: 404, rule: "MON-ADOPT-UNKNOWN", field: "adoption",
                what: Phrase("没有此编号的采用", "no adoption has this number"),
                remedy: Phrase("请填写页面所列的编号", "give a number that the page lists"))
        case .lastDayOutOfRange(let from, let to):
            Problem(
                status: 422, rule: "MON-ADOPT-END", field: "last_day",
                what: Phrase("提前终止的最后一日不在允许范围内", "the last day is none that an early end may name"),
                remedy: Phrase("请填写 \(from) 至 \(to) 之间的日期", "give a day from \(from) to \(to)"))
        }
    }
}
