extension CommandCatalogue {
    /// 3000 to 3999: control.
    static let controls: [CommandEntry] = [
        asks(
            3011, .request, .all, "零点校准量程校准", "Calibrate zero and span", ["PolId"], optional: ["CalibrationType"]),
        asks(3012, .request, .all, "即时采样", "Sample at once", ["PolId"]),
        asks(3013, .request, .only2005, "设备操作", "Operate the equipment", ["PolId"]),
        asks(3013, .request, .since2017, "启动清洗/反吹", "Start cleaning or blow-back", ["PolId"]),
        asks(3014, .request, .only2005, "设置设备采样时间周期", "Set the hours of sampling", ["PolId", "CTime"]),
        asks(3014, .request, .since2017, "比对采样", "Sample for comparison", ["PolId"]),
        asks(3015, .requestForValues, .since2017, "超标留样", "Keep the over-limit sample"),
        sends(3015, .upload, .since2017, "上传留样信息", "Upload the kept sample", ["DataTime", "VaseNo"]),
        asks(
            3016, .request, .since2017, "设置采样时间周期", "Set the sampling period", ["PolId", "CstartTime", "CTime"]),
        asks(3017, .requestForValues, .since2017, "提取采样时间周期", "Get the sampling period", ["PolId"]),
        sends(
            3017, .upload, .since2017, "上传采样时间周期", "Upload the sampling period", ["PolId", "CstartTime", "CTime"]),
        asks(3018, .requestForValues, .since2017, "提取出样时间", "Get the result delay", ["PolId"]),
        sends(3018, .upload, .since2017, "上传出样时间", "Upload the result delay", ["PolId", "Stime"]),
        asks(3019, .requestForValues, .since2017, "提取设备唯一标识", "Get the instrument number", ["PolId"]),
        sends(
            3019, .upload, .since2017, "上传设备唯一标识", "Upload the instrument number", ["x-SN"],
            optional: ["DataTime", "PolId"]),
        asks(
            3020, .requestForValues, .since2017, "提取现场机信息", "Get site information", ["InfoId"],
            optional: ["PolId", "BeginTime", "EndTime"]),
        sends(
            3020, .upload, .since2017, "上传现场机信息", "Upload site information", ["DataTime"],
            optional: ["PolId", "x-Info"]),
        asks(3021, .request, .since2017, "设置现场机参数", "Set a site parameter", ["PolId", "InfoId", "x-Info"]),
        asks(3022, .request, .only2025, "即时留样", "Keep a sample at once", optional: ["PolId"]),
        asks(3024, .request, .only2025, "启动标样核查", "Start a standard check", ["PolId"]),
    ]

    /// 9000 to 9999: answers and signs of life.
    static let interaction: [CommandEntry] = [
        sends(9011, .answer, .all, "请求应答", "Answer to a request", ["QnRtn"], optional: ["QN"]),
        sends(9012, .answer, .all, "执行结果", "Result of a request", ["ExeRtn"], optional: ["QN"]),
        fromEither(9013, .answer, .all, "通知应答", "Answer to a notification", optional: ["QN"]),
        fromEither(9014, .answer, .all, "数据应答", "Answer to values", optional: ["QN", "CN", "PNUM", "PNO"]),
        sends(9015, .notification, .only2025, "心跳", "Sign of life"),
    ]

    private static func fromEither(
        _ command: Command, _ kind: CommandKind, _ editions: ClosedRange<Edition>, _ chinese: String,
        _ english: String, optional: [String]
    ) -> CommandEntry {
        CommandEntry(
            command: command, kind: kind, sender: .either, editions: editions, chineseName: chinese,
            englishName: english, requiredFields: [], optionalFields: optional)
    }
}
