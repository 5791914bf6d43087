import Kernel
import Web

/// What is said of days, alike by all desks of this room: GOV-DAY, with the field that names the day.
extension Problem {
    static func dayToCome(_ field: String) -> Problem {
        Problem(
            status: 422, rule: "GOV-DAY", field: field, what: Phrase("日期尚未到来", "that day has not come"),
            remedy: Phrase("请填写今天或以前的日期", "give today or an earlier day"))
    }

    static func dayBeforePolicy(_ first: CivilDate, _ field: String) -> Problem {
        dayTooEarly(first, field, Phrase("早于政策印发的日期", "that day lies before the policy's own"))
    }

    /// - Parameter what: Before what it lies.
    static func dayTooEarly(_ first: CivilDate, _ field: String, _ what: Phrase) -> Problem {
        Problem(
            status: 422, rule: "GOV-DAY", field: field, what: what,
            remedy: Phrase("请填写 \(first) 或以后", "give \(first) or later"))
    }
}
