import Kernel
import Web

extension FeedbackRefusal: DescribedRefusal {
    var problem: Problem {
        switch self {
        case .unknownService:
            Problem(
                status: 422, rule: "GOV-VOICE-SERVICE", field: "service", what: Phrase("没有这项服务", "no such service"),
                remedy: Phrase("请从列表中选择", "choose one of the list"))
        case .stars(let field):
            Problem(
                status: 422, rule: "GOV-VOICE-STARS", field: field, what: Phrase("评价须为 1 至 5 星", "one to five stars"),
                remedy: Phrase("请选择星级", "choose how many"))
        case .textTooLong(let max):
            Problem(
                status: 422, rule: "GOV-VOICE-TEXT", field: "text", what: Phrase("意见过长", "the text is too long"),
                remedy: Phrase("最多 \(max) 个字符", "at most \(max) characters"))
        case .tooMany(let until):
            Problem(
                status: 429, rule: "GOV-VOICE-LIMIT",
                what: Phrase("短时间内提交过多", "too much was sent in a short time"),
                remedy: Phrase("请于 \(until.civil.minuteText) 后再提交", "send it after \(until.civil.minuteText)"))
        case .noSuchFeedback:
            Problem(
                status: 404, rule: "GOV-VOICE", what: Phrase("没有这条评价", "there is no such feedback"),
                remedy: Phrase("请从清单进入", "go there from the list"))
        case .nothingWritten:
            Problem(
                status: 409, rule: "GOV-VOICE-STATE", what: Phrase("只有星级，无需答复", "stars alone need no answer"),
                remedy: Phrase("已计入统计", "they are counted"))
        case .settledAlready:
            Problem(
                status: 409, rule: "GOV-VOICE-STATE", what: Phrase("已经办结", "it was answered or closed already"),
                remedy: Phrase("请刷新页面", "look at the page again"))
        case .answerMissing:
            Problem(
                status: 422, rule: "GOV-VOICE-ANSWER", field: "answer",
                what: Phrase("答复为空或过长", "no answer, or too long"),
                remedy: Phrase("1 至 \(Feedback.answerMax) 个字符", "1 to \(Feedback.answerMax) characters"))
        }
    }
}
