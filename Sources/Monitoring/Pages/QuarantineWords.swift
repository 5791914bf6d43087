import HJ212
import Kernel

/// Why bytes are set aside and what helps, in words, by the stable codes of scanner and filing.
struct QuarantineWords {
    /// The code in storage and in JSON.
    let code: String
    /// What is wrong.
    let what: Phrase
    /// What helps.
    let remedy: Phrase

    /// The words of a code; a code this program does not know shows itself.
    static func of(_ code: String) -> QuarantineWords {
        all.first { $0.code == code }
            ?? QuarantineWords(
                code, Phrase(code, code),
                Phrase("请查看字节内容并联系运维单位", "look at the bytes and ask whoever maintains the device"))
    }

    /// Every code with words, in the order of the list's filter.
    static let all: [QuarantineWords] = ofFiling + ofWire

    private init(_ code: String, _ what: Phrase, _ remedy: Phrase) {
        (self.code, self.what, self.remedy) = (code, what, remedy)
    }

    private static let ofFiling = [
        QuarantineWords(
            "unknown-device", Phrase("设备未登记", "the device is not registered"),
            Phrase("登记该 MN 的排放口后重新处理", "register the outlet with this MN, then process again")),
        QuarantineWords(
            "wrong-password", Phrase("访问密码不符", "the password PW is wrong"),
            Phrase(
                "核对数采仪与登记的密码，改正后重新处理；设备改正后会自行补发",
                "compare the logger's password with the registered one, mend it, then process again")),
        QuarantineWords(
            "no-device-number", Phrase("缺少 MN", "it names no device"),
            Phrase("在数采仪上设置 MN；2025 版设备请先激活", "set the MN in the logger; activate a 2025 logger first")),
        QuarantineWords(
            "no-command", Phrase("缺少命令编码 CN", "it names no command CN"),
            Phrase("请运维单位检查数采仪程序", "have the logger's program checked")),
        QuarantineWords(
            "no-data-time", Phrase("缺少可读的数据时间", "it has no data time that can be read"),
            Phrase("请运维单位检查 DataTime 的格式（14 位）", "have the form of DataTime checked (14 digits)")),
        QuarantineWords(
            "data-time-ahead", Phrase("数据时间超前 24 小时以上", "its data time lies over 24 hours ahead"),
            Phrase("校准数采仪时钟；超前的数据须由设备按正确时间重发", "set the logger's clock and have it send again")),
        QuarantineWords(
            "nul-byte", Phrase("含 NUL 字节", "it contains a NUL byte"),
            Phrase("请运维单位检查数采仪程序", "have the logger's program checked")),
    ]

    private static let ofWire = [
        QuarantineWords(
            "crc-mismatch", Phrase("CRC 校验不符", "the CRC is wrong"),
            Phrase(
                "线路受扰时设备会重发；同一设备反复出现时检查其校验算法",
                "a disturbed line mends itself by resending; when one device repeats it, have its CRC checked")),
        QuarantineWords(
            "foreign-crc", Phrase("使用了其他 CRC 算法", "the CRC is that of another check"),
            Phrase(
                "要求设备改用标准算法；确需接收时由管理员按设备放行",
                "have the device use the standard's check; the administrator can allow it for this device")),
        QuarantineWords(
            "no-closing-mark", Phrase("长度不符且找不到结束标志 &&", "the length is wrong and no closing && is found"),
            Phrase("请运维单位检查长度字段与数据区", "have the length field and the data area checked")),
        QuarantineWords(
            "stream-ended", Phrase("报文未发完连接即断开", "the line ended inside the frame"),
            Phrase("检查网络；设备重连后会重发", "check the network; the device sends again when it is back")),
        QuarantineWords(
            "no-frame-head", Phrase("不是 HJ 212 报文", "it is no HJ 212 frame"),
            Phrase("查明是谁在向此端口发送；必要时限制来源地址", "find out who sends to this port; limit addresses")),
        QuarantineWords(
            "no-data-area", Phrase("缺少数据区 CP", "it has no data area CP"),
            Phrase("请运维单位检查数采仪程序", "have the logger's program checked")),
        QuarantineWords(
            "deviations", Phrase("与标准有偏差（严格模式）", "it deviates from the standard (strict reading)"),
            Phrase("见偏差名称", "see the names of the deviations")),
        QuarantineWords(
            "encrypted-unknown-key", Phrase("加密数据，密钥未知", "encrypted, and no known key opens it"),
            Phrase("为该设备登记 SM4 密钥后重新处理", "register the device's SM4 key, then process again")),
    ]
}
