import Facts
import Kernel
import Standards
import Web

/// The forms by which an enterprise marks hours and closes the marks of a day.
enum MarkForm {
    static func state(_ windows: StartStopWindows) -> [FormField] {
        let rows = Dictionary(windows.rows.map { ($0.markCode, $0) }, uniquingKeysWith: { first, _ in first })
        let hours = (0..<24).map { $0.padded(2) }
        return [
            FormField(
                name: "meaning", label: Phrase("标记", "Mark"), kind: .choice(MarkMeaning.allCases.map(\.rawValue)),
                required: true,
                optionLabels: Dictionary(uniqueKeysWithValues: MarkMeaning.allCases.map { ($0.rawValue, $0.phrase) })),
            FormField(
                name: "factor", label: Phrase("因子编码", "Factor"), kind: .text(max: 24), required: false,
                hint: Phrase("只涉及一个因子时填写；留空表示整个排放口", "only when one factor is concerned; empty for the whole outlet")),
            FormField(name: "first_day", label: Phrase("开始日期", "First day"), kind: .date, required: true),
            FormField(
                name: "first_hour", label: Phrase("开始小时（含）", "First hour (included)"), kind: .choice(hours),
                required: true),
            FormField(name: "last_day", label: Phrase("结束日期", "Last day"), kind: .date, required: true),
            FormField(
                name: "last_hour", label: Phrase("结束小时（含）", "Last hour (included)"), kind: .choice(hours),
                required: true),
            FormField(
                name: "window", label: Phrase("启停类型", "Kind of start or stop"), kind: .choice(rows.keys.sorted()),
                required: false,
                hint: Phrase(
                    "启炉、停炉按所选类型的允许时长不判定；不选则照常判定", "the allowed length of this kind is not judged; without it all is"),
                optionLabels: rows.mapValues { row in
                    Phrase("\(row.name.zh) ≤ \(row.hoursMax) 小时", "\(row.name.en) ≤ \(row.hoursMax) h")
                }),
            FormField(
                name: "reason", label: Phrase("原因", "Reason"), kind: .longText(max: 500), required: true,
                hint: Phrase("写明设备或工况、台账编号", "the device or condition, with the number in your records")),
        ]
    }

    static let close: [FormField] = [
        FormField(name: "day", label: Phrase("日期", "Day"), kind: .date, required: true)
    ]

    /// What was typed. Throws what is wrong with it.
    static func order(
        _ form: [String: String], windows: StartStopWindows, now: Instant
    ) throws(MarkRefusal) -> MarkOrder {
        guard let meaning = form["meaning"].flatMap({ MarkMeaning(rawValue: $0) }) else {
            throw .nothingMarked
        }
        let code = form["factor"].flatMap { $0.isEmpty ? nil : $0 }
        let pollutant = code.flatMap { PollutantCode($0) }
        if code != nil, pollutant == nil { throw .otherFactor }
        return try MarkOrder(
            pollutant: pollutant, firstHour: try hour("first", form), lastHour: try hour("last", form),
            meaning: meaning, window: form["window"].flatMap { $0.isEmpty ? nil : $0 }, reason: form["reason"] ?? "",
            windows: windows, now: now)
    }

    private static func hour(_ end: String, _ form: [String: String]) throws(MarkRefusal) -> Instant {
        guard let day = form["\(end)_day"].flatMap({ CivilDate($0) }) else {
            throw .hourMissing(field: "\(end)_day")
        }
        guard let hour = form["\(end)_hour"].flatMap({ Int64($0) }), (0..<24).contains(hour) else {
            throw .hourMissing(field: "\(end)_hour")
        }
        return Instant(startOf: day).adding(hours: hour)
    }
}
