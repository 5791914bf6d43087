import Kernel
import Web

extension StateRefusal: DescribedRefusal {
    /// The refusal in words.
    var problem: Problem {
        switch self {
        case .notFound: Problem.notFound
        case .wrongRole(let needed):
            refused(
                403, "MON-STATE-ROLE",
                Phrase("这一步由\(needed.phrase.zh)办理", "this step is taken by the \(needed.phrase.en)"),
                Phrase("请转相应人员办理", "leave it to the person in charge"))
        case .overtaken:
            refused(
                409, "MON-STATE-OVERTAKEN", Phrase("提交前已有人办理", "somebody was quicker"),
                Phrase("请查看最新情况；同一表单无需再次提交", "look at what was done; the form need not be sent again"))
        case .wrongStage(let action):
            refused(
                409, "MON-STATE-STAGE",
                Phrase(
                    "现在不能“\(StateWords.name(of: action).zh)”",
                    "“\(StateWords.name(of: action).en)” does not start where the episode stands"),
                Phrase("请按页面所示的下一步办理", "take the next step the page shows"))
        case .dayNotYet(let field):
            refused(
                422, "MON-STATE-DAY", Phrase("日期尚未到来", "the day lies ahead"),
                Phrase("请填写今天或以前的日期", "give today or a day before"), field: field)
        case .noSubstitute(let field):
            refused(
                422, "MON-STATE-SUBSTITUTE",
                Phrase("设备故障期间须有替代监测安排", "values must be measured by hand while the device is broken"),
                Phrase(
                    "请选择监测方式，写明机构或仪器和首次监测日期（故障当日至次日）；已停产的写明原因",
                    "choose a method, name the institution or the instrument and the first day, from the fault until "
                        + "tomorrow; where the plant stands, say why"), field: field)
        case .goesOn:
            refused(
                409, "MON-STATE-GOES-ON", Phrase("修复后还没有有效小时值", "no valid hour has come since the repair"),
                Phrase("请等待有效数据，或退回企业继续修复", "wait for a valid hour, or send it back"), field: "passed")
        }
    }

    private func refused(
        _ status: Int, _ rule: String, _ what: Phrase, _ remedy: Phrase, field: String? = nil
    ) -> Problem {
        Problem(status: status, rule: rule, field: field, what: what, remedy: remedy)
    }
}
