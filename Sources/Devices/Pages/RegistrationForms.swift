import Kernel
import Web

/// The fields of the forms about registrations, passwords and keys.
enum RegistrationForms {
    static let outlet = "outlet"
    static let device = "device"
    static let policy = "policy"
    static let password = "password"
    static let key = "key"
    /// Which number a password is of. Two forms of one page share no field name, because labels point to names.
    static let passwordDevice = "passwordDevice"
    static let drawn = "drawn"

    /// Which outlet a registering logger is given to, and the number it gets.
    static let accept = [
        FormField(
            name: outlet, label: Phrase("排放口编号（本系统）", "Outlet (identifier here)"), kind: .code(.outlet),
            required: true,
            hint: Phrase(
                "输入编号或名称，从提示中选取，如 E01-DA001；须已登记",
                "type a code or a name and choose, like E01-DA001; registered already")),
        FormField(
            name: device, label: Phrase("数采仪网络编码 MN", "Network code (MN)"), kind: .text(max: 24), required: true,
            hint: Phrase(
                "24 位数字或 A-F；可以是该排放口已登记的 MN，也可以是新编码",
                "24 digits of 0-9 and A-F: the outlet's registered MN, or a new one")),
    ]

    /// Who decides about new keys.
    static let keyPolicy = [
        FormField(
            name: policy, label: Phrase("设备请求新密钥（1014）时", "When a logger asks for a new key (1014)"),
            kind: .choice(KeyPolicy.allCases.map(\.rawValue)), required: true,
            optionLabels: Dictionary(uniqueKeysWithValues: KeyPolicy.allCases.map { ($0.rawValue, $0.phrase) }))
    ]

    /// The password that a device has.
    static func password(of numbers: [String]) -> [FormField] {
        number(passwordDevice, numbers) + [
            FormField(
                name: password, label: Phrase("访问密码 PW", "Password (PW)"), kind: .secret(max: 6), required: true,
                hint: Phrase("1 至 6 位字母或数字，与设备上设置的一致", "one to six letters or digits, as set in the device"))
        ]
    }

    /// The key that a device has.
    static func key(of numbers: [String]) -> [FormField] {
        number(device, numbers) + [
            FormField(
                name: key, label: Phrase("SM4 密钥", "SM4 key"), kind: .secret(max: 32), required: true,
                hint: Phrase("32 位十六进制，或 16 个字符", "32 hexadecimal digits, or 16 characters")),
            FormField(
                name: drawn,
                label: Phrase(
                    "密钥由部平台或设备随机生成（16 个字符的密钥须勾选）",
                    "a machine drew this key: the ministry's host or the device (needed for a key of 16 characters)"),
                kind: .flag, required: false),
        ]
    }

    /// The bytes of a typed key; nil when it is neither 32 hexadecimal digits nor 16 characters.
    static func bytes(ofKey text: String) -> [UInt8]? {
        if text.utf8.count == 32 { return [UInt8](hex: text.lowercased()) }
        return text.utf8.count == 16 ? Array(text.utf8) : nil
    }

    /// Asked for only where there is a choice; without numbers it is the field of the route.
    private static func number(_ name: String, _ numbers: [String]) -> [FormField] {
        guard numbers.count != 1 else { return [] }
        return [
            FormField(
                name: name, label: Phrase("设备 MN", "Device MN"),
                kind: numbers.isEmpty ? .text(max: 64) : .choice(numbers), required: false,
                hint: Phrase("不选则为现用 MN", "the one in force when not chosen"))
        ]
    }
}

extension KeyPolicy {
    var phrase: Phrase {
        switch self {
        case .people: Phrase("由人员决定（在设备页一键下发）", "people decide, by one click on the logger's page")
        case .platform: Phrase("平台自动生成并下发", "the platform draws and sends one")
        }
    }
}
