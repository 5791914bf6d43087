import HJ212
import Kernel
import Web

extension CommandRefusal: DescribedRefusal {
    /// The refusal in words.
    var problem: Problem {
        switch self {
        case .notFound: .notFound
        case .wrongRole(let isDangerous):
            Problem(
                status: 403, rule: "DEV-ROLE",
                what: isDangerous
                    ? Phrase("此操作影响监测数据，只能由市局下达", "this changes what is measured; only the city asks for it")
                    : Phrase("您的角色不能向设备下达指令", "your role asks nothing of devices"),
                remedy: Phrase("请转市局或分局执法人员办理", "leave it to an officer"))
        case .notConfirmed:
            refused(
                "DEV-CONFIRM", CommandField.confirmed, Phrase("尚未确认", "it is not confirmed"),
                Phrase("请勾选确认后提交", "tick the confirmation and send again"))
        case .reasonMissing:
            refused(
                "DEV-REASON", CommandField.reason, Phrase("尚未填写事由", "the reason is missing"),
                Phrase("请写明为什么下达", "say why it is asked"))
        case .numberOutOfRange(let field, let allowed):
            refused(
                "DEV-RANGE", field, Phrase("数值不在允许范围内", "the number is outside its range"),
                Phrase("允许：\(allowed)", "allowed: \(allowed)"))
        case .notATime(let field):
            refused(
                "DEV-TIME", field, Phrase("不是有效的时间", "this is no moment"),
                Phrase("请按 2026-11-23 14:00 的格式填写", "write it like 2026-11-23 14:00"))
        case .rangeReversed, .rangeAhead, .rangeTooLong: rangeProblem
        case .notACode(let field):
            refused(
                "DEV-CODE", field, Phrase("不是有效的编码", "this is no code"),
                Phrase("只含字母和数字，最多 16 位，如 a21026", "letters and digits only, at most 16, like a21026"))
        case .unfitValue(let field):
            refused(
                "DEV-VALUE", field, Phrase("含有报文不能携带的字符，或长度不对", "it holds what a frame cannot carry, or is too long"),
                Phrase("请只用字母、数字和小数点", "use letters, digits and the point only"))
        case .noKeyInForce:
            Problem(
                status: 409, rule: "DEV-KEY",
                what: Phrase(
                    "该设备还没有经报文证实的密钥，新密钥不能明文下发",
                    "no key of this device is in force, and a new one must not travel in clear"),
                remedy: Phrase(
                    "请先在“密码与密钥”页登记设备现用的密钥，待收到一条用它加密的报文",
                    "enter the key it has under “password and key”, and wait for a frame that it opens"))
        case .notInEdition, .dayLimit, .deviceDayLimit, .queueFull: limitProblem
        }
    }

    private var rangeProblem: Problem {
        switch self {
        case .rangeReversed:
            refused(
                "DEV-SPAN", CommandField.to, Phrase("结束早于开始", "the end comes before the beginning"),
                Phrase("请把两个时间对调", "exchange the two"))
        case .rangeTooLong(let hours):
            refused(
                "DEV-SPAN", CommandField.to, Phrase("时间跨度超过 \(hours) 小时", "the range is longer than \(hours) hours"),
                Phrase("请分几次调取", "fetch it in several parts"))
        default:
            refused(
                "DEV-SPAN", CommandField.to, Phrase("结束时间还没有到", "the end lies ahead"),
                Phrase("请填写已经过去的时间", "name a moment that is past"))
        }
    }

    private var limitProblem: Problem {
        switch self {
        case .notInEdition(let edition):
            Problem(
                status: 409, rule: "DEV-EDITION",
                what: Phrase(
                    "该设备使用 \(edition.jsonName) 版协议，没有这条指令",
                    "the device speaks the edition of \(edition.jsonName), which has no such request"),
                remedy: Phrase("请改用该版本支持的指令", "use a request of that edition"))
        case .dayLimit(let max), .deviceDayLimit(let max):
            Problem(
                status: 429, rule: "DEV-DAY",
                what: Phrase(
                    "今天对该设备下达此类指令已达 \(max) 次", "the device was asked this \(Counted.english(max, "time")) today"),
                remedy: Phrase("请明天再试；限额用于防止指令风暴", "try tomorrow; the limit keeps storms away"))
        default:
            Problem(
                status: 503, rule: "DEV-QUEUE",
                what: Phrase("等待下达的指令已满", "as many requests wait as may"),
                remedy: Phrase("请等设备上线并完成已有指令", "wait until the device is there and has done what waits"))
        }
    }

    private func refused(_ rule: String, _ field: String, _ what: Phrase, _ remedy: Phrase) -> Problem {
        Problem(status: 422, rule: rule, field: field, what: what, remedy: remedy)
    }
}
