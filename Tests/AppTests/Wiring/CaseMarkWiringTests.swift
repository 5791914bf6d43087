import Access
import Facts
import Foundation
import Gateway
import HJ212
import Kernel
import Logging
import Monitoring
import Persistence
import Registry
import SQLitePersistence
import Supervision
import TestMaterial
import Testing
import Web

@testable import App

/// A mark stated in a case reaches whoever judges: one desk, one window, judged at once.
struct CaseMarkWiringTests {
    /// Monday 2026-11-23, 10:00: hours 7 and 8 exceed, hour 9 complies.
    static let now = Instant(startOf: CivilDate(dayNumber: 20_780)).adding(hours: 10)
    private static let outlet = OutletID(checked: "E1-DA001")
    static let id = CaseID(checked: "2026-0001")
    private static let manager = Actor(
        person: PersonID(checked: "P1"), name: "示例负责人", role: .enterpriseManager,
        scope: .enterprise(EnterpriseID(checked: "E1")))
    static let city = Actor(
        person: PersonID(checked: "P2"), name: "示例市局", role: .cityOfficer, scope: .city)

    private struct StillClock: WallClock {
        func now() -> Instant { CaseMarkWiringTests.now }
    }

    static func platform(_ folder: String) async throws -> Platform {
        let share = try BuiltProgram.file().resolvingSymlinksInPath().deletingLastPathComponent().path + "/share"
        let platform = try await Platform.open(
            file: folder + "/marks.sqlite", share: share, clock: StillClock(), entropy: SystemEntropy(),
            logger: Logger(label: "test"))
        let report = try await platform.importRegistry(
            csv: """
                enterprise,name,credit_code,region,industry,address,outlet,outlet_number,outlet_name,medium,\
                device_number,device_password
                E1,示例厂,,330602,示例,示例,E1-DA001,DA001,烟囱,stack,MN-E1,123456
                """, acceptGood: false)
        try #require(report.taken.map(\.count) == [1, 1], "\(report.refusals)")
        let limit = LimitRecorded(
            outlet: outlet, pollutant: .sulphurDioxide, limit: DecimalNumber(35),
            validFrom: CivilDate(dayNumber: 20_700), validTo: nil, source: "示例")
        try await platform.database.write { [monitoring = platform.monitoring] access in
            try monitoring.recordLimit(
                limit,
                about: FactSubject(
                    enterprise: EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"),
                    reference: outlet.text), by: .system("test"), in: access)
        }
        for (hour, value) in [(7, "50"), (8, "60"), (9, "20")] { try await send(hour, value, "N", 1, to: platform) }
        try await platform.delivery.deliverAll()
        try await platform.supervision.take(
            .warn, on: id, seenStep: 0, form: ["note": ""], by: city, at: now)
        return platform
    }

    /// Sends a mean of an hour with a mark, in a minute of that hour by the device's clock.
    static func send(_ hour: Int, _ value: String, _ mark: String, _ minute: Int, to platform: Platform) async throws {
        let stamp = "202611230\(hour)0000"
        let segment =
            "QN=202611230\(hour)0\(minute)00000;ST=31;CN=2061;PW=123456;MN=MN-E1;Flag=5;CP=&&DataTime=\(stamp);"
            + "a21026-Avg=\(value),a21026-ZsAvg=\(value),a21026-Flag=\(mark)&&"
        let body = Array(segment.utf8)
        let check = String(CRC16.hj212(body), radix: 16, uppercase: true)
        let bytes =
            Array("##\(body.count.padded(4))\(segment)".utf8)
            + Array((String(repeating: "0", count: 4 - check.count) + check).utf8)
        let frame = try #require(Frame(bytes))
        _ = try await platform.monitoring.store([
            FrameArrival(event: .accepted(frame), receivedAt: now, remote: "示例")
        ])
    }

    private static func form(_ hours: (String, String), _ condition: String, _ window: String) -> [String: String] {
        [
            "first_day": "2026-11-23", "first_hour": hours.0, "last_day": "2026-11-23", "last_hour": hours.1,
            "condition": condition, "window": window, "reason": "启炉",
        ]
    }

    @Test(
        arguments: [
            // Both exceeding hours within a hot start of two hours; one of them; none, because no length is claimed.
            (("07", "08"), "start", "coal-boiler/start/hot", "withdrawn"),
            (("06", "07"), "start", "coal-boiler/start/hot", "changed"),
            (("07", "08"), "start", "none", "unchanged"), (("07", "08"), "fault", "", "unchanged"),
            (("07", "08"), "maintenance", "", "withdrawn"),
        ] as [((String, String), String, String, String)])
    func `a mark stated in a case is judged at once, and the step says what came of it`(
        hours: (String, String), condition: String, window: String, effect: String
    ) async throws {
        try await TemporaryFolder.with { folder in
            let platform = try await Self.platform(folder.path)
            try await platform.supervision.take(
                .mark, on: Self.id, seenStep: 1, form: Self.form(hours, condition, window), by: Self.manager,
                at: Self.now)
            try await platform.delivery.deliverAll()
            let step = try await platform.database.read { access in
                try Journal.timeline(of: Self.id.text, scope: .city, limit: 99, in: access)
                    .compactMap { try $0.fact(CaseStepTaken.self) }.first { $0.action == "mark" }
            }
            #expect(step?.form["mark_no"] == "1" && step?.form["mark_effect"] == effect)
            // Only what no longer stands may be dismissed, and not before the mark can no longer be taken back.
            var rules: [String] = []
            for hours in [0, 27] as [Int64] {
                do {
                    try await platform.supervision.take(
                        .dismiss, on: Self.id, seenStep: 2, form: ["reason": "x"], by: Self.city,
                        at: Self.now.adding(hours: hours))
                    rules.append("dismissed")
                } catch let refusal as CaseRefusal { rules.append(refusal.problem.rule) }
            }
            let isWithdrawn = effect == "withdrawn"
            #expect(rules == (isWithdrawn ? ["SUP-MARKS-OPEN", "dismissed"] : ["SUP-STANDS", "SUP-STANDS"]))
            let checks: [any SelfChecking] = [platform.monitoring.checks(), SupervisionRoom.checks]
            let found = try await platform.database.read { access in
                try checks.flatMap { try $0.check(access) }.flatMap(\.differences)
            }
            #expect(found == [])
            try (platform.database as? SQLiteDatabase)?.close()
        }
    }

    @Test func `the desk refuses a step beyond the length of its kind, with its field, and nothing is kept`()
        async throws
    {
        try await TemporaryFolder.with { folder in
            let platform = try await Self.platform(folder.path)
            for (hours, window, rule, field) in [
                (("06", "08"), "coal-boiler/start/hot", "MON-MARK-BEYOND", "last_hour"),
                (("07", "08"), "coal-boiler/stop", "MON-MARK-WINDOW", "window"),
                (("07", "11"), "coal-boiler/start/hot", "MON-MARK-AHEAD", "last_hour"),
            ] {
                do {
                    try await platform.supervision.take(
                        .mark, on: Self.id, seenStep: 1, form: Self.form(hours, "start", window), by: Self.manager,
                        at: Self.now)
                    Issue.record("\(hours) \(window) was taken")
                } catch let refusal as CaseRefusal {
                    let problem = refusal.problem
                    #expect(problem.rule == rule && problem.field == field && problem.status == 422, "\(refusal)")
                }
            }
            let steps = try await platform.database.read { access in
                try Journal.timeline(of: Self.id.text, scope: .city, limit: 99, in: access)
                    .compactMap { try $0.fact(CaseStepTaken.self) }.count
            }
            #expect(steps == 1)
            try (platform.database as? SQLiteDatabase)?.close()
        }
    }

    private static let officers = ["P2", "P3"].map { id in
        Actor(person: PersonID(checked: id), name: "示例\(id)", role: .cityOfficer, scope: .city)
    }

    /// Two officers of the city with certificates, for a check on site.
    private static func admitOfficers(to platform: Platform) async throws {
        let bureau = try Organisation(id: OrganisationID(checked: "BUREAU"), name: "示例局", kind: .cityBureau)
        try await platform.access.record(bureau, by: .system("test"))
        for (index, officer) in officers.enumerated() {
            try await platform.access.admit(
                Person(
                    id: officer.person, login: try #require(Login("officer\(index)")), name: officer.name,
                    post: .cityOfficer, organisation: bureau.id), password: nil)
            try await platform.access.record(
                OfficerCertificate(
                    number: try #require(CertificateNumber("SL-3306-000\(index)")), person: officer.person,
                    validFrom: CivilDate(dayNumber: 20_000), validTo: CivilDate(dayNumber: 21_000)),
                by: .system("test"))
        }
    }

    /// A mark of all of it, and one of all but its heaviest hour.
    @Test(arguments: ["08", "07"])
    func `whoever checked on site sets a false mark aside, and the exceedance stands under its name`(
        last: String
    ) async throws {
        try await TemporaryFolder.with { folder in
            let platform = try await Self.platform(folder.path)
            try await Self.admitOfficers(to: platform)
            try await platform.supervision.take(
                .mark, on: Self.id, seenStep: 1, form: Self.form(("07", last), "start", "coal-boiler/start/hot"),
                by: Self.manager, at: Self.now)
            try await platform.delivery.deliverAll()
            // The enterprise has nothing more to mark of the day; behind that its word is said.
            try await platform.database.write { [monitoring = platform.monitoring] access in
                try monitoring.closeMarks(
                    of: Self.now.civil.date, at: Self.outlet, by: Self.manager, now: Self.now, in: access)
            }
            try await platform.delivery.deliverAll()
            let later = Self.now.adding(hours: 27)
            let branch = Actor(
                person: Self.officers[0].person, name: "示例P2", role: .branchOfficer,
                scope: .regions([RegionCode(checked: "330602")]))
            let moves = [
                DemoMove(.answer, after: 0), DemoMove(.accept, after: 0), DemoMove(.check, after: 0),
                DemoMove(.qualify, "exceedance", after: 0),
            ]
            for (index, move) in moves.enumerated() {
                let form = DemoScript.form(
                    of: move, at: later, companion: Self.officers[1].person, medium: .stack, openedAt: Self.now,
                    firstHour: Self.now.adding(hours: -3))
                try await platform.supervision.take(
                    move.action, on: Self.id, seenStep: 2 + index, form: form,
                    by: move.action == .answer ? Self.manager : branch, at: later)
            }
            try await platform.delivery.deliverAll()
            let (found, opened, steps, extent) = try await platform.database.read { access in
                let entries = try Journal.entries(
                    after: 0, kinds: [ExceedanceFound.kind, CaseOpened.kind, CaseStepTaken.kind], limit: 99, in: access)
                return (
                    entries.count { $0.kind == ExceedanceFound.kind }, entries.count { $0.kind == CaseOpened.kind },
                    try entries.compactMap { try $0.fact(CaseStepTaken.self) },
                    try entries.compactMap { try $0.fact(ExceedanceFound.self) }.first.flatMap {
                        try platform.monitoring.keptExtent(of: $0.episode, in: access)
                    }
                )
            }
            #expect(found == 1 && opened == 1 && steps.last?.to == "confirmed")
            #expect(extent?.hours == 2 && extent?.firstHour == Self.now.adding(hours: -3))
            #expect(steps.last?.form["marks_named"]?.hasPrefix("1|") == true)
            let checks: [any SelfChecking] = [platform.monitoring.checks(), SupervisionRoom.checks]
            let differences = try await platform.database.read { access in
                try checks.flatMap { try $0.check(access) }.flatMap(\.differences)
            }
            #expect(differences == [])
            try (platform.database as? SQLiteDatabase)?.close()
        }
    }
}
