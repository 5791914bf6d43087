extension CommandCatalogue {
    /// 1000 to 1999: initialisation and parameters.
    static let settings: [CommandEntry] = [
        asks(
            1000, .request, .all, "设置超时时间及重发次数", "Set timeout and number of retries", ["OverTime", "ReCount"]),
        asks(1001, .request, .only2005, "设置超限报警时间", "Set over-limit alarm time", ["WarnTime"]),
        sends(
            1001, .notification, .only2025, "上传数采仪硬件标识", "Register the logger's hardware",
            ["i23005-Info"], optional: ["i23006-Info", "i23007-Info", "i23008-Info"]),
        asks(1002, .request, .only2025, "设置数采仪 MN 编码", "Set the logger's device number", ["i23005-Info"]),
        asks(1011, .requestForValues, .all, "提取现场机时间", "Get the device's time", optional: ["PolId"]),
        sends(1011, .upload, .all, "上传现场机时间", "Upload the device's time", ["SystemTime"], optional: ["PolId"]),
        asks(1012, .request, .all, "设置现场机时间", "Set the device's time", ["SystemTime"], optional: ["PolId"]),
        sends(1013, .notification, .since2017, "现场机时间校准请求", "The device asks for the time", optional: ["PolId"]),
        sends(1014, .notification, .only2025, "现场机密钥更新请求", "The device asks for a new key", ["SKCreateTime"]),
        asks(1014, .request, .only2025, "设置新密钥", "Set a new key", ["SKCreateTime", "NewSK"]),
        asks(1021, .requestForValues, .only2005, "提取污染物报警门限值", "Get alarm limits", ["PolId"]),
        sends(1021, .upload, .only2005, "上传污染物报警门限值", "Upload alarm limits", ["x-LowValue", "x-UpValue"]),
        asks(1022, .request, .only2005, "设置污染物报警门限值", "Set alarm limits", ["x-LowValue", "x-UpValue"]),
        asks(1031, .requestForValues, .only2005, "提取上位机地址", "Get the platform's address"),
        sends(1031, .upload, .only2005, "上传上位机地址", "Upload the platform's address", ["AlarmTarget"]),
        asks(1032, .request, .only2005, "设置上位机地址", "Set the platform's address", ["AlarmTarget"]),
        asks(1041, .requestForValues, .only2005, "提取数据上报时间", "Get the daily report time"),
        sends(1041, .upload, .only2005, "上传数据上报时间", "Upload the daily report time", ["ReportTime"]),
        asks(1042, .request, .only2005, "设置数据上报时间", "Set the daily report time", ["ReportTime"]),
        asks(1061, .requestForValues, .all, "提取实时数据间隔", "Get the real-time interval"),
        sends(1061, .upload, .all, "上传实时数据间隔", "Upload the real-time interval", ["RtdInterval"]),
        asks(1062, .request, .all, "设置实时数据间隔", "Set the real-time interval", ["RtdInterval"]),
        asks(1063, .requestForValues, .since2017, "提取分钟数据间隔", "Get the minute interval"),
        sends(1063, .upload, .since2017, "上传分钟数据间隔", "Upload the minute interval", ["MinInterval"]),
        asks(1064, .request, .since2017, "设置分钟数据间隔", "Set the minute interval", ["MinInterval"]),
        asks(1072, .request, .only2005, "设置现场机密码", "Set the device's password", ["PW"]),
        asks(1072, .request, .since2017, "设置现场机密码", "Set the device's password", ["NewPW"]),
    ]
}
