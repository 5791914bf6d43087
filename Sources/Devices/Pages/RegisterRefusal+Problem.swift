import Kernel
public import Web

extension RegistrationRefusal: DescribedRefusal {
    /// The refusal in words.
    var problem: Problem {
        switch self {
        case .notFound: .notFound
        case .unknownOutlet:
            Problem(
                status: 422, rule: "DEV-OUTLET", field: RegistrationForms.outlet,
                what: Phrase("没有登记这个排放口", "no such outlet is registered"),
                remedy: Phrase("请核对编号，或先登记排放口", "check the identifier, or register the outlet first"))
        case .notANumber: RegisterRefusal.notANetworkCode.problem
        case .numberGiven:
            Problem(
                status: 409, rule: "DEV-MN-GIVEN", field: RegistrationForms.device,
                what: Phrase("该 MN 已分配给另一台注册的数采仪", "another registered logger was given this number"),
                remedy: Phrase("更换设备时请先移除原注册，或另编 MN", "remove that registration first, or use another number"))
        }
    }
}

extension RegisterRefusal: DescribedRefusal {
    /// The refusal in words.
    public var problem: Problem {
        switch self {
        case .unknown: .notFound
        case .notANetworkCode:
            problem(
                "DEV-MN", RegistrationForms.device, Phrase("不是网络编码", "this is no network code"),
                Phrase("须为 24 位数字或大写 A-F", "24 digits of 0-9 and capital A-F are needed"))
        case .numberInUse:
            problem(
                "DEV-MN-USED", RegistrationForms.device,
                Phrase("该 MN 属于另一个排放口的数采仪", "another outlet's logger goes by this number"),
                Phrase("请核对排放口，或另编 MN", "check the outlet, or use another number"), status: 409)
        case .notAPassword:
            problem(
                "DEV-PW", RegistrationForms.password, Phrase("密码格式不对", "this can be no password of a device"),
                Phrase("1 至 6 位字母或数字", "one to six letters or digits"))
        case .alreadyKnown:
            problem(
                "DEV-SECRET-KNOWN", nil, Phrase("平台已经登记了它，设备用它即可", "it is registered already, and believed"),
                Phrase("无须再登记；如报文仍被隔离，请核对设备上的设置", "nothing is to be done; compare the device's settings"),
                status: 409)
        case .tooManyWaiting:
            problem(
                "DEV-SECRET-WAITING", nil,
                Phrase("已有多个更改等待设备确认", "several changes wait for the device already"),
                Phrase("请先让设备用上其中一个", "have the device use one of them first"), status: 409)
        case .keyLength, .keyPattern, .keyText, .keyShared: keyProblem
        }
    }

    private var keyProblem: Problem {
        switch self {
        case .keyPattern:
            problem(
                "DEV-KEY-PATTERN", RegistrationForms.key,
                Phrase("固定或有规律的密钥不允许使用", "fixed and patterned keys are not allowed"),
                Phrase("请改用随机生成的密钥", "use a key that was drawn at random"))
        case .keyText:
            problem(
                "DEV-KEY-TEXT", RegistrationForms.key,
                Phrase("全是可打印字符，像是人编的密钥", "it is all text, as a made-up key would be"),
                Phrase("如确由部平台或设备随机生成，请勾选说明", "tick the statement if a machine drew it"))
        case .keyShared:
            problem(
                "DEV-KEY-SHARED", RegistrationForms.key,
                Phrase("另一台设备已使用这个密钥", "another device has this key"),
                Phrase("请核对；每台设备的密钥应各不相同", "check it: each device has a key of its own"), status: 409)
        default:
            problem(
                "DEV-KEY-LENGTH", RegistrationForms.key, Phrase("密钥长度不对", "the key has the wrong length"),
                Phrase("须为 16 字节：32 位十六进制或 16 个字符", "16 bytes: 32 hexadecimal digits or 16 characters"))
        }
    }

    private func problem(
        _ rule: String, _ field: String?, _ what: Phrase, _ remedy: Phrase, status: Int = 422
    ) -> Problem {
        Problem(status: status, rule: rule, field: field, what: what, remedy: remedy)
    }
}
