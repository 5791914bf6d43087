import Kernel
import Web

/// The codes that wait to be settled, over all devices in sight; for one of them, the devices that send it.
struct UnmappedCodesPage: ListPage {
    static let template = "Monitoring/UnmappedCodesPage"

    let counts: [RawCodeStore.CodeCount]
    /// The code whose devices are shown; nil for the list of codes.
    let code: PollutantCode?
    let devices: [(raw: RawCodeStore.RawCode, outlet: OutletSummary?)]
    let next: String?

    struct Content: Encodable, Sendable {
        let codes: [Line]
        let devices: [Device]
        let next: String?

        struct Line: Encodable, Sendable {
            let sentCode: String
            let reason: String
            let devices: Int
            let hours: Int
            let lastSeen: String
            let sample: String
        }

        struct Device: Encodable, Sendable {
            let sentCode: String
            let device: String
            let outlet: String
            let outletName: String?
            let enterpriseName: String?
            let reason: String
            let hours: Int
            let firstSeen: String
            let lastSeen: String
            let lastText: String
        }
    }

    func title(_ language: Language) -> String {
        guard let code else { return Phrase("待设置的编码", "Codes that wait")(language) }
        return Phrase("待设置的编码 \(code)", "Code that waits: \(code)")(language)
    }

    var content: Content {
        Content(
            codes: counts.map { count in
                Content.Line(
                    sentCode: count.code.text, reason: count.reason.rawValue, devices: count.devices,
                    hours: count.hours, lastSeen: count.lastSeen.civil.isoText, sample: count.lastText)
            },
            devices: devices.map { raw, outlet in
                Content.Device(
                    sentCode: raw.code.text, device: raw.device.text, outlet: raw.outlet.text,
                    outletName: outlet?.title, enterpriseName: outlet?.enterpriseName,
                    reason: raw.reason.rawValue, hours: raw.hours, firstSeen: raw.firstSeen.civil.isoText,
                    lastSeen: raw.lastSeen.civil.isoText, lastText: raw.lastText)
            }, next: next)
    }

    func tables(_ language: Language) -> [ListTable] {
        let name = Phrase("待设置的编码", "Codes that wait")
        guard code == nil else {
            return [ListTable(name, devices, language, columns: Self.deviceColumns(language))]
        }
        let columns: [TableColumn<RawCodeStore.CodeCount>] = [
            TableColumn(Phrase("编码", "Code")) { .text($0.code.text) },
            TableColumn(Phrase("原因", "Reason")) { .text($0.reason.phrase(language)) },
            TableColumn(Phrase("设备数", "Devices")) { .number($0.devices) },
            TableColumn(Phrase("小时数", "Hours")) { .number($0.hours) },
            TableColumn(Phrase("样例", "Sample")) { .text($0.lastText) },
            TableColumn(Phrase("最近出现", "Last seen")) { .moment($0.lastSeen) },
        ]
        return [ListTable(name, counts, language, columns: columns)]
    }

    private static func deviceColumns(
        _ language: Language
    ) -> [TableColumn<(raw: RawCodeStore.RawCode, outlet: OutletSummary?)>] {
        [
            TableColumn(Phrase("编码", "Code")) { .text($0.raw.code.text) },
            TableColumn(Phrase("企业", "Enterprise")) { .text($0.outlet?.enterpriseName) },
            TableColumn(Phrase("排放口", "Outlet")) { .text($0.outlet?.title) },
            TableColumn(Phrase("排放口编号", "Outlet code")) { .text($0.raw.outlet.text) },
            TableColumn(Phrase("设备 MN", "Device")) { .text($0.raw.device.text) },
            TableColumn(Phrase("原因", "Reason")) { .text($0.raw.reason.phrase(language)) },
            TableColumn(Phrase("小时数", "Hours")) { .number($0.raw.hours) },
            TableColumn(Phrase("最近的值", "Last")) { .text($0.raw.lastText) },
            TableColumn(Phrase("首次出现", "First seen")) { .moment($0.raw.firstSeen) },
            TableColumn(Phrase("最近出现", "Last seen")) { .moment($0.raw.lastSeen) },
        ]
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "isList": code == nil,
            "isEmpty": counts.isEmpty && devices.isEmpty,
            "hasCounts": !counts.isEmpty,
            "counts": counts.map { count -> [String: Any] in
                [
                    "code": count.code.text, "reason": count.reason.phrase(language),
                    "devices": String(count.devices), "hours": String(count.hours),
                    "lastSeen": count.lastSeen.civil.minuteText, "sample": count.lastText,
                ]
            },
            "hasDevices": !devices.isEmpty,
            "devices": devices.map { raw, outlet -> [String: Any] in
                [
                    "code": raw.code.text, "device": raw.device.text, "outlet": raw.outlet.text,
                    "title": outlet.map { "\($0.enterpriseName) \($0.title)" } ?? raw.outlet.text,
                    "reason": raw.reason.phrase(language), "hours": String(raw.hours),
                    "firstSeen": raw.firstSeen.civil.minuteText, "lastSeen": raw.lastSeen.civil.minuteText,
                    "lastText": raw.lastText,
                ]
            },
            "hasNext": next != nil,
            "next": next ?? "",
        ]
    }
}
