extension CommandCatalogue {
    private static let range = ["BeginTime", "EndTime"]

    /// 2000 to 2999: values.
    static let values: [CommandEntry] = [
        asks(2011, .request, .all, "取污染物实时数据", "Start real-time values", optional: range),
        sends(2011, .upload, .all, "上传污染物实时数据", "Upload real-time values", ["DataTime"]),
        asks(2012, .notification, .all, "停止察看污染物实时数据", "Stop real-time values"),
        asks(2013, .requestForValues, .only2025, "取监测原始数据", "Get raw measurements", range),
        sends(2013, .upload, .only2025, "上传监测原始数据", "Upload raw measurements", ["DataTime"]),
        asks(2021, .request, .all, "取设备运行状态数据", "Start equipment states"),
        sends(2021, .upload, .all, "上传设备运行状态数据", "Upload equipment states", ["DataTime"], optional: ["SBx-RS"]),
        asks(2022, .notification, .all, "停止察看设备运行状态", "Stop equipment states"),
        asks(2031, .requestForValues, .all, "取污染物日历史数据", "Get values of days", range),
        sends(2031, .upload, .all, "上传污染物日数据", "Upload values of a day", ["DataTime"]),
        asks(2041, .requestForValues, .all, "取设备运行时间日历史数据", "Get running times of days", range),
        sends(
            2041, .upload, .all, "上传设备运行时间日数据", "Upload running times of a day", ["DataTime"], optional: ["SBx-RT"]),
        asks(2051, .requestForValues, .all, "取污染物分钟历史数据", "Get values of minutes", range),
        sends(2051, .upload, .all, "上传污染物分钟数据", "Upload values of minutes", ["DataTime"]),
        asks(2052, .requestForValues, .only2025, "取噪声单次监测数据", "Get single noise measurements", range),
        sends(2052, .upload, .only2025, "上传噪声单次监测数据", "Upload a single noise measurement", ["DataTime"]),
        asks(2061, .requestForValues, .all, "取污染物小时历史数据", "Get values of hours", range),
        sends(2061, .upload, .all, "上传污染物小时数据", "Upload values of an hour", ["DataTime"]),
        asks(2062, .requestForValues, .only2025, "取自动标样核查结果", "Get results of standard checks", range),
        sends(
            2062, .upload, .only2025, "上传自动标样核查结果", "Upload results of standard checks", ["DataTime"],
            optional: ["x-SampleRd", "x-StandardValue", "x-ResultType", "x-SampleType", "x-CompleteTime"]),
        asks(2071, .requestForValues, .only2005, "取污染物报警记录", "Get alarm records", range),
        sends(2071, .upload, .only2005, "上传污染物报警记录", "Upload alarm records", ["DataTime"], optional: ["x-Ala"]),
        sends(
            2072, .notification, .only2005, "上传报警事件", "Tell of an alarm", ["AlarmTime", "AlarmType"],
            optional: ["x-Ala"]),
        sends(
            2081, .upload, .since2017, "上传数采仪开机时间", "Upload the logger's start", ["DataTime", "RestartTime"]),
        sends(
            2111, .upload, .only2025, "上传炉膛温度 5 分钟均值", "Upload five-minute means of furnace temperature",
            ["DataTime"], optional: ["a01901-Avg"]),
    ]
}
