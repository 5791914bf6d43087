public import Kernel

extension FactAuthor {
    /// What a part of the system is called that wrote by itself; nil for people and devices.
    public var part: Phrase? {
        let prefix = "system:"
        guard text.hasPrefix(prefix) else { return nil }
        return Self.parts[String(text.dropFirst(prefix.count))] ?? Phrase("平台", "the platform")
    }

    private static let parts = [
        "access": Phrase("账号管理", "accounts"), "alert-watch": Phrase("预警巡查", "watch over alerts"),
        "amounts": Phrase("排放量核算", "emission amounts"), "command-line": Phrase("管理员命令", "operator's command"),
        "decision-log": Phrase("判定记录", "log of decisions"), "demonstration": Phrase("演示数据", "demonstration"),
        "devices": Phrase("设备通信", "talk with devices"), "duty-watch": Phrase("任务时限巡查", "watch over duties"),
        "furnace-watch": Phrase("炉温巡查", "watch over furnaces"), "gateway": Phrase("数据接收", "gateway"),
        "governance": Phrase("政策推进", "policy work"), "hand-over": Phrase("离岗移交", "hand-over"),
        "health-watch": Phrase("设备健康巡查", "watch over devices"), "import": Phrase("表格导入", "import"),
        "judge": Phrase("自动判定", "judging"), "limits": Phrase("限值管理", "limits"),
        "public": Phrase("公众", "the public"), "quarantine-watch": Phrase("隔离区巡查", "watch over the quarantine"),
        "registry": Phrase("污染源库", "the register"), "rereading": Phrase("报文重读", "reading again"),
        "sign-watch": Phrase("造假嫌疑巡查", "watch over suspicions"),
        "state-watch": Phrase("监测状态巡查", "watch over states"), "supervision": Phrase("督办", "supervision"),
    ]
}
