import Facts
import HJ212
import Kernel
import Persistence
import Standards

@testable import Monitoring

/// The stage with the room of computed means, alerts and furnaces beside it. M2 sends waste water of O2, whose COD may
/// have 80 mg/L a day; M1 is the logger of a furnace, whose temperature is at least 850 ℃.
struct MeansStage {
    let stage: MonitoringStage
    let room: MeansRoom
    static let water = OutletID(checked: "O2")
    static let demand = PollutantCode(checked: "w01018")

    init() async throws {
        stage = try await MonitoringStage()
        room = MeansRoom(beside: stage.room, furnaces: try SignStage.furnaces())
        try await limit(Self.demand, "80", "mg/L", nil, at: Self.water)
        try await limit(.furnaceTemperature, "850", "degC", .atLeast, at: MonitoringStage.outlet)
    }

    private func limit(
        _ pollutant: PollutantCode, _ value: DecimalNumber, _ unit: String, _ demand: LimitDemand?, at outlet: OutletID
    ) async throws {
        let fact = LimitRecorded(
            outlet: outlet, pollutant: pollutant, limit: value,
            validFrom: HourPattern.start.civil.date.adding(days: -60),
            validTo: nil, source: "示例 GB 18485-2014", demand: demand, unit: unit, averaging: .day)
        try await stage.database.write { [room = stage.room] access in
            try room.recordLimit(fact, about: .city, by: .system("test"), in: access)
        }
    }

    /// The hours of waste water that a pattern stands for: `x` is 120, `c` 60, `m` 120 marked M.
    static func waterFrames(_ pattern: String, first: Int = 0, qn: Int = 0) throws -> [Frame] {
        try pattern.enumerated().compactMap { hour, letter in
            guard letter != "-" else { return nil }
            let time = CivilStamp(millisecondsSince1970: HourPattern.hour(first + hour).milliseconds).text14
            return try WireFrame.hour(
                time, "w01018-Avg=\(letter == "c" ? 60 : 120),w01018-Flag=\(letter == "m" ? "M" : "N")",
                qn: "20261123\((qn * 1_000 + hour).padded(9))", device: "M2")
        }
    }

    /// Five-minute means of the furnace in a day of the pattern, from 00:00 on.
    static func furnaceFrames(_ means: [String?], day: Int, qn: Int = 0) throws -> [Frame] {
        try means.enumerated().compactMap { window, mean in
            guard let mean else { return nil }
            let start = HourPattern.hour(24 * day).adding(minutes: Int64(5 * window))
            return try WireFrame.hour(
                CivilStamp(millisecondsSince1970: start.milliseconds).text14, "a01901-Avg=\(mean),a01901-Flag=N",
                qn: "20261123\((qn * 1_000 + window).padded(9))", command: 2111)
        }
    }

    /// A day of `cold` means at 840, the others at 900; hourly only, so that a test stays short.
    static func day(cold: Int) -> [String?] {
        (0..<288).map { $0 < cold ? "840" : $0.isMultiple(of: 12) || $0 < 12 ? "900" : nil }
    }

    func lookAtAlerts() async throws { while try await room.alerts.look() > 0 {} }

    func lookAtFurnaces() async throws { while try await room.furnaceWatch.look() > 0 {} }

    /// The alerts as `first–last/hours`, `+` while one goes on, `–` before a withdrawn one.
    func alerts() async throws -> [String] {
        try await stage.database.read { access in
            var alerts: [HourAlert] = []
            try AlertStore.forEach(access) { alerts.append($0) }
            return alerts.sorted { ($0.extent.firstHour, $0.id) < ($1.extent.firstHour, $1.id) }.map {
                ($0.isWithdrawn ? "–" : "") + HourPattern.text($0.extent)
            }
        }
    }

    /// The differences that `jianhu verify` would print.
    func differences() async throws -> [String] {
        let checks: [any SelfChecking] =
            [TrunkChecks(rules: MonitoringRoom.rules + MeansRoom.rules), stage.room.checks()] + room.checks
        return try await stage.database.read { access in
            try checks.flatMap { try $0.check(access) }.flatMap { report in
                report.differences.map { "\(report.title): \($0)" }
            }
        }
    }

    /// The kinds of facts that were told of alerts and exceedances.
    func told() async throws -> [String] {
        try await stage.database.read { access in
            var kinds: [String] = []
            try Journal.forEachEntry(access) { entry in
                if entry.kind.contains("alert") || entry.kind.contains("exceedance") { kinds.append(entry.kind) }
            }
            return kinds
        }
    }
}
