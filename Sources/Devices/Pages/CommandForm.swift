import HJ212
import Kernel
import Web

/// The form of each request: what is asked, in which order, within which bounds.
enum CommandForm {
    /// All fields of a kind's form.
    static func fields(of kind: RequestKind) -> [FormField] {
        ownFields(of: kind) + [link, reason(of: kind)] + (kind.trait.danger == .dangerous ? [confirmation] : [])
    }

    /// What the request itself carries.
    static func ownFields(of kind: RequestKind) -> [FormField] {
        switch kind {
        case .setRealTimeInterval:
            [line(CommandField.seconds, Phrase("间隔（秒）", "Interval (s)"), max: 4, Phrase("30 至 3600 秒", "30 to 3600 s"))]
        case .setMinuteInterval: [minutes]
        case .setTimeouts:
            [
                line(CommandField.seconds, Phrase("超时（秒）", "Timeout (s)"), max: 2, Phrase("1 至 99", "1 to 99")),
                line(CommandField.retries, Phrase("重发次数", "Retries"), max: 2, Phrase("1 至 99", "1 to 99")),
            ]
        case .minuteHistory, .hourHistory, .dayHistory, .runTimeHistory: range(of: kind) + [separator]
        case .calibrate: [factor, calibration]
        case .sampleNow, .standardCheck, .readInstrumentNumber: [factor]
        case .readSiteInformation: [factor, information] + range(of: kind)
        case .setSiteParameter:
            [
                factor, information,
                line(CommandField.value, Phrase("参数值", "Value"), max: 32, Phrase("数字或代码", "a number or a code")),
            ]
        case .readTime, .setTime, .readRealTimeInterval, .readMinuteInterval, .startRealTime, .stopRealTime,
            .startEquipmentState, .stopEquipmentState, .retainSample, .setPassword, .setKey:
            []
        case .setDeviceNumber:
            [
                line(CommandField.number, Phrase("MN", "MN"), max: 24, Phrase("24 位 0-9 A-F", "24 digits of 0-9 A-F")),
                line(
                    CommandField.hardware, Phrase("注册申请", "Registration"), max: 64,
                    Phrase("i23005 的摘要", "digest of i23005")),
            ]
        }
    }

    /// The words of a stored parameter.
    static func shown(_ value: String, of field: FormField, _ language: Language) -> String {
        if [CommandField.from, CommandField.to].contains(field.name), let stamp = DeviceCommand.moment(value) {
            return Instant(milliseconds: stamp.millisecondsSince1970).civil.minuteText
        }
        return field.optionLabels[value]?(language) ?? value
    }

    private static let minutes = FormField(
        name: CommandField.minutes, label: Phrase("间隔（分钟）", "Interval (min)"),
        kind: .choice(["1", "2", "3", "4", "5", "6", "10", "12", "15", "20", "30"]), required: true)

    private static let factor = line(
        CommandField.factor, Phrase("因子编码", "Factor code"), max: 16,
        Phrase("如 a21026（二氧化硫）", "such as a21026 (sulphur dioxide)"))

    private static let information = line(
        CommandField.information, Phrase("信息编码", "Information code"), max: 16,
        Phrase("如 i13004（附录 B 现场机信息）", "such as i13004 (appendix B, site information)"))

    private static let calibration = FormField(
        name: CommandField.calibration, label: Phrase("校准类型（2025 版）", "Kind of calibration (edition 2025)"),
        kind: .choice(["0", "1"]), required: false,
        optionLabels: ["0": Phrase("零点", "zero"), "1": Phrase("量程", "span")])

    private static let separator = FormField(
        name: CommandField.separator, label: Phrase("起止时间分隔符", "Between the two times"),
        kind: .choice(["semicolon", "comma"]), required: false,
        hint: Phrase("标准示例两种写法都有；不选则按设备版本", "the standard's examples have both; by edition when not chosen"),
        optionLabels: ["semicolon": Phrase("分号 ;", "semicolon ;"), "comma": Phrase("逗号 ,", "comma ,")])

    private static let link = FormField(
        name: CommandField.link, label: Phrase("通信方式", "Kind of line"),
        kind: .choice(LinkType.allCases.map(\.rawValue)), required: false,
        hint: Phrase("决定等待时间与重发次数；不选则沿用上次", "decides waiting and repetition; the last one when not chosen"),
        optionLabels: Dictionary(uniqueKeysWithValues: LinkType.allCases.map { ($0.rawValue, $0.phrase) }))

    private static let confirmation = FormField(
        name: CommandField.confirmed,
        label: Phrase(
            "我已确认：此操作会影响监测数据，已通知企业与运维单位",
            "I confirm: this changes what is measured, and the enterprise and its maintainer know"),
        kind: .flag, required: true)

    private static func reason(of kind: RequestKind) -> FormField {
        FormField(
            name: CommandField.reason, label: Phrase("事由", "Reason"), kind: .text(max: 200),
            required: kind.trait.danger == .dangerous)
    }

    private static func range(of kind: RequestKind) -> [FormField] {
        let hours = DeviceCommand.hoursMax(of: kind)
        let limit = Phrase("一次最多 \(hours) 小时，含两端", "at most \(hours) hours at once, both ends included")
        return [
            line(
                CommandField.from, Phrase("开始时间", "From"), max: 19,
                Phrase("如 2026-11-23 14:00", "like 2026-11-23 14:00")),
            line(CommandField.to, Phrase("结束时间", "To"), max: 19, limit),
        ]
    }

    private static func line(_ name: String, _ label: Phrase, max: Int, _ hint: Phrase) -> FormField {
        FormField(name: name, label: label, kind: .text(max: max), required: true, hint: hint)
    }
}
