import Kernel
import Web

/// How the data loggers in sight stand: counts, a schematic map, and the list.
struct DeviceListPage: ListPage {
    static let template = "Devices/DeviceListPage"

    let devices: [DeviceStanding]
    /// The outlets whose devices have an open line.
    let connected: Set<OutletID>
    let map: HealthMap
    let filter: HealthFilter
    let next: String?
    let now: Instant

    struct Content: Encodable, Sendable {
        let devices: [Line]
        let regions: [Count]
        let next: String?

        struct Line: Encodable, Sendable {
            let device: String
            let outlet: String
            let outletName: String
            let enterprise: String
            let enterpriseName: String
            let region: String
            let state: String
            let findings: [String]
            let connected: Bool
            let lastSeenAt: String?
            let drift_ms: Int64?
            let minuteReceived: Int?
            let minuteExpected: Int?
            let hourReceived: Int?
            let hourExpected: Int?
            let frames: Int
            let crcFailures: Int
            let repeated: Int
            let resent: Int
            let lowered: Int
            let dialect: String?
            let lookedAt: String
        }

        struct Count: Encodable, Sendable {
            let region: String
            let name: Phrase
            let sound: Int
            let finding: Int
            let offline: Int
        }
    }

    func title(_ language: Language) -> String { Phrase("设备健康", "Device health")(language) }

    var content: Content {
        Content(
            devices: devices.map { Content.Line($0, isConnected: connected.contains($0.outlet)) },
            regions: map.tiles.map { tile in
                Content.Count(
                    region: tile.region.code.text, name: tile.region.name, sound: tile.counts[0] ?? 0,
                    finding: tile.counts[1] ?? 0, offline: tile.counts[2] ?? 0)
            }, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        let severities = Dictionary(
            map.tiles.flatMap { $0.counts.map { ($0.key, $0.value) } }, uniquingKeysWith: +)
        return [
            "figures": DeviceState.allCases.reversed().map { state in
                [
                    "word": HealthWords.name(of: state)(language), "tag": HealthWords.tag(of: state),
                    "link": "/devices?state=\(state.rawValue)", "count": String(severities[state.severity] ?? 0),
                ]
            },
            "map": map.view(language),
            "states": choices(DeviceState.allCases, filter.state, language) { HealthWords.name(of: $0) },
            "findings": choices(HealthFindingKind.allCases, filter.finding, language) { HealthWords.name(of: $0) },
            "sorts": choices(HealthFilter.Sort.allCases, filter.sort, language) { HealthWords.name(of: $0) },
            "regions": map.tiles.map { tile -> [String: Any] in
                [
                    "code": tile.region.code.text, "word": tile.region.name(language),
                    "isChosen": tile.region.code == filter.region,
                ]
            },
            "text": filter.text ?? "",
            "hasDevices": !devices.isEmpty,
            "devices": devices.map { row($0, language) },
            "hasNext": next != nil,
            "next": next ?? "",
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let names = Dictionary(
            map.tiles.map { ($0.region.code, $0.region.name(language)) }, uniquingKeysWith: { first, _ in first })
        let connected = connected
        let columns: [TableColumn<DeviceStanding>] = [
            TableColumn(Phrase("状态", "State")) { .text(HealthWords.name(of: $0.state)(language)) },
            TableColumn(Phrase("现在连线", "Connected now")) {
                .text((connected.contains($0.outlet) ? Phrase("是", "yes") : Phrase("否", "no"))(language))
            },
            TableColumn(Phrase("企业", "Enterprise")) { .text($0.enterpriseName) },
            TableColumn(Phrase("排放口", "Outlet")) { .text($0.outletTitle) },
            TableColumn(Phrase("排放口编号", "Outlet code")) { .text($0.outlet.text) },
            TableColumn(Phrase("属地", "Region")) { .text(names[$0.region] ?? $0.region.text) },
            TableColumn(Phrase("MN", "MN")) { .text($0.device.text) },
            TableColumn(Phrase("最后通信", "Last seen")) { .moment($0.lastSeenAt) },
            TableColumn(Phrase("时钟偏差（ms）", "Clock drift (ms)")) {
                $0.drift.map { TableCell.number($0) } ?? TableCell.none
            },
            TableColumn(Phrase("分钟实收", "Minutes received")) { .number($0.minutes?.received ?? 0) },
            TableColumn(Phrase("分钟应收", "Minutes expected")) { .number($0.minutes?.expected ?? 0) },
            TableColumn(Phrase("小时实收", "Hours received")) { .number($0.hours?.received ?? 0) },
            TableColumn(Phrase("小时应收", "Hours expected")) { .number($0.hours?.expected ?? 0) },
            TableColumn(Phrase("CRC 失败", "CRC failures")) { .number($0.failures) },
            TableColumn(Phrase("重复报文", "Duplicates")) { .number($0.repeated) },
            TableColumn(Phrase("问题", "Findings")) {
                .text($0.findings.map { HealthWords.name(of: $0)(language) }.joined(separator: "；"))
            },
        ]
        return [ListTable(Phrase("设备健康", "Devices"), devices, language, columns: columns)]
    }

    private func choices<Choice: RawRepresentable<String> & Equatable>(
        _ all: [Choice], _ chosen: Choice?, _ language: Language, _ word: (Choice) -> Phrase
    ) -> [[String: Any]] {
        all.map { ["code": $0.rawValue, "word": word($0)(language), "isChosen": $0 == chosen] }
    }

    private func row(_ standing: DeviceStanding, _ language: Language) -> [String: Any] {
        let region = map.tiles.first { $0.region.code == standing.region }?.region.name(language)
        let findings = standing.findings.filter { $0 != .offline }.map { HealthWords.name(of: $0)(language) }
        return [
            "tag": HealthWords.tag(of: standing.state),
            "state": HealthWords.name(of: standing.state)(language),
            "isConnected": connected.contains(standing.outlet),
            "outlet": standing.outlet.text,
            "outletTitle": standing.outletTitle,
            "enterprise": standing.enterprise.text,
            "enterpriseName": standing.enterpriseName,
            "region": region ?? standing.region.text,
            "device": standing.device.text,
            "lastSeen": standing.lastSeenAt?.civil.clockText(on: now.civil.date) ?? "–",
            "drift": HealthFigure.drift(standing.drift),
            "minutes": standing.minutes?.text ?? "–",
            "hours": standing.hours?.text ?? "–",
            "findings": findings.isEmpty ? "–" : findings.joined(separator: Phrase("、", ", ")(language)),
        ]
    }
}

extension DeviceListPage.Content.Line {
    init(_ standing: DeviceStanding, isConnected: Bool) {
        self.init(
            device: standing.device.text, outlet: standing.outlet.text, outletName: standing.outletTitle,
            enterprise: standing.enterprise.text, enterpriseName: standing.enterpriseName,
            region: standing.region.text, state: standing.state.rawValue,
            findings: standing.findings.map(\.rawValue), connected: isConnected,
            lastSeenAt: standing.lastSeenAt?.civil.isoText, drift_ms: standing.drift,
            minuteReceived: standing.minutes?.received, minuteExpected: standing.minutes?.expected,
            hourReceived: standing.hours?.received, hourExpected: standing.hours?.expected,
            frames: standing.frames, crcFailures: standing.failures, repeated: standing.repeated,
            resent: standing.resent, lowered: standing.lowered, dialect: standing.dialect,
            lookedAt: standing.lookedAt.civil.isoText)
    }
}
