import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

@testable import Registry

/// Entries are entered and changed; the journal tells of it, the history follows, and `verify` recounts.
struct RegisterTests {
    private static let author = FactAuthor.person(PersonID(checked: "P1"))
    private static let firm = EnterpriseID(checked: "E0")

    private func stage() async throws -> (RegistryStage, RegistryRoom) {
        let (stage, room) = (try RegistryStage(), try RegistryStage.room())
        try await stage.migrate()
        try await stage.registerFirms(room)
        return (stage, room)
    }

    private static func contact(_ values: [String: String] = [:]) -> RegisterDraft {
        RegisterDraft(
            kind: .contact, code: "", enterprise: "E0", region: "",
            values: ["name": "周明", "post": "环保负责人", "telephone": "13812345678"].merging(values) { $1 })
    }

    private func expectSound(_ stage: RegistryStage) async throws {
        let reports = try await stage.database.read { try RegistryRoom.checks.check($0) }
        #expect(reports.flatMap(\.differences) == [])
        #expect(reports[0].examined > 0 && reports[2].examined > 0)
    }

    @Test func `a contact is entered, changed and followed; facts hold masks`() async throws {
        let (stage, room) = try await stage()
        let entry = try await stage.database.write { access in
            let entry = try room.enter(Self.contact(), scope: .city, by: Self.author, in: access)
            return try room.change(
                .contact, entry.code, from: 1, to: ["name": "周明", "telephone": "13912345678"], scope: .city,
                by: Self.author, in: access)
        }
        #expect(entry.code.text == "E0-C1" && entry.version == 2)
        #expect(entry.values == ["name": "周明", "telephone": "13912345678", "standing": "active"])
        let (lines, facts) = try await stage.database.read { access in
            (
                try room.history(.contact, entry.code, scope: .city, limit: 9, in: access),
                try Journal.timeline(of: entry.code.text, scope: .city, limit: 9, in: access)
            )
        }
        #expect(lines.map(\.field) == ["post", "telephone", ""])
        #expect(lines.map(\.from) == ["环保负责人", "138****5678", nil] && lines.map(\.to) == [nil, "139****5678", nil])
        #expect(lines.allSatisfy { $0.author == Self.author })
        #expect(facts.map(\.kind) == [RegisterEntryEntered.kind, RegisterEntryChanged.kind])
        #expect(!facts.contains { String(decoding: $0.payload ?? [], as: UTF8.self).contains("2345678") })
        #expect(facts.allSatisfy { $0.subject.enterprise == Self.firm })
        try await expectSound(stage)
    }

    @Test func `an outlet stands at its own position, else at its site, else nowhere`() async throws {
        let (stage, room) = try await stage()
        let outlet = OutletID(checked: "O0")
        func place(_ values: [String: String]) async throws -> GeoPosition? {
            try await stage.database.write { access in
                let entry = try #require(
                    try room.entry(.outlet, RegisterCode(checked: "O0"), scope: .city, in: access))
                _ = try room.change(
                    .outlet, entry.code, from: entry.version,
                    to: entry.values.merging(values) { $1 }, scope: .city, by: Self.author, in: access)
                return try room.positions(of: [outlet, OutletID(checked: "O9")], in: access)[outlet]
            }
        }
        let site = try await stage.database.write { access in
            try room.enter(
                RegisterDraft(
                    kind: .site, code: "", enterprise: "E0", region: "",
                    values: ["name": "东厂区", "longitude": "120.5", "latitude": "30.1"]),
                scope: .city, by: Self.author, in: access)
        }
        #expect(try await place(["height_m": "30"]) == nil)
        #expect(try await place(["site": site.code.text]) == GeoPosition(longitude: 120.5, latitude: 30.1))
        #expect(
            try await place(["longitude": "120.61", "latitude": "30"]) == GeoPosition(longitude: 120.61, latitude: 30))
    }

    @Test func `of two officers at one form the second is told what the first changed`() async throws {
        let (stage, room) = try await stage()
        try await stage.database.write { access in
            let code = try room.enter(Self.contact(), scope: .city, by: Self.author, in: access).code
            func change(_ values: [String: String]) throws {
                try room.change(
                    .contact, code, from: 1, to: values, scope: .city, by: Self.author, in: access)
            }
            try change(["name": "周明", "post": "厂长"])
            #expect(throws: RegisterEntryRefusal.outdated(fields: ["post", "telephone"], by: "person:P1")) {
                try change(["name": "周明", "post": "经理"])
            }
        }
        try await expectSound(stage)
    }

    /// What is typed for a facility, and why it is refused.
    @Test(
        arguments: [
            (["name": ""], .missing("name")), (["name": String(repeating: "炉", count: 81)], .tooLong("name", max: 80)),
            (["name": "a\nb"], .characters("name")), (["purpose": "x"], .choice("purpose")),
            (["furnace": "stove"], .choice("furnace")), (["furnace": ""], .furnace),
            (["purpose": "treatment"], .furnace), (["since": "2026-13-01"], .date("since")),
            (["site": "a b"], .code("site")), (["site": "E0-S9"], .unknown("site")),
            (["outlet": "O1"], .elsewhere("outlet")),
            (["standing": "new"], .choice("standing")),
        ] as [([String: String], RegisterEntryRefusal)])
    func `a facility that does not fit is refused with its field`(
        typed: [String: String], refusal: RegisterEntryRefusal
    ) async throws {
        let (stage, room) = try await stage()
        let good = ["name": "1号锅炉", "purpose": "furnace", "furnace": "coal-boiler", "outlet": "O0"]
        try await stage.database.write { access in
            var draft = RegisterDraft(kind: .facility, code: "", enterprise: "E0", region: "", values: good)
            draft.values.merge(typed) { $1 }
            #expect(throws: refusal) { try room.enter(draft, scope: .city, by: Self.author, in: access) }
            draft.values = good
            let entry = try room.enter(draft, scope: .city, by: Self.author, in: access)
            #expect(entry.code.text == "E0-F1" && entry.values["standing"] == "active")
        }
    }

    @Test(
        arguments: [
            (.enterprise, "E0", ["name": "x"], .taken("code", by: "E0")),
            (.enterprise, "", ["name": "x"], .missing("code")),
            (.enterprise, "E 9", ["name": "x"], .code("code")),
            (.enterprise, "E9", ["name": "x", "credit_code": "1-2"], .code("credit_code")),
            (.enterprise, "E9", ["name": "x", "industry_code": "9999"], .choice("industry_code")),
            (.site, "", ["name": "x", "longitude": "120.5"], .halfPosition),
            (.site, "", ["name": "x", "longitude": "20", "latitude": "30"], .number("longitude", 73...136)),
            (.contact, "", ["name": "x", "telephone": "abc"], .telephone("telephone")),
            (.contact, "", ["name": "x", "mail": "x@y"], .mail("mail")),
            (.instrument, "", ["name": "x"], .missing("outlet")),
            (.instrument, "", ["name": "x", "outlet": "O0", "factors": "a21026 ?"], .code("factors")),
            (
                .outlet, "", ["name": "x", "number": "DA001", "medium": "stack", "device_number": "MN9"],
                .taken("number", by: "O0")
            ),
            (
                .outlet, "",
                [
                    "name": "x", "number": "DA002", "medium": "stack", "device_number": "A1B200000000000000000002",
                ], .taken("device_number", by: "O1")
            ),
        ] as [(RegisterKind, String, [String: String], RegisterEntryRefusal)])
    func `an entry that does not fit is refused with its field`(
        kind: RegisterKind, code: String, values: [String: String], refusal: RegisterEntryRefusal
    ) async throws {
        let (stage, room) = try await stage()
        let draft = RegisterDraft(kind: kind, code: code, enterprise: "E0", region: "330602", values: values)
        try await stage.database.write { access -> Void in
            #expect(throws: refusal) { try room.enter(draft, scope: .city, by: Self.author, in: access) }
        }
    }

    @Test func `what is fixed stays, what is the same is no change`() async throws {
        let (stage, room) = try await stage()
        let code = RegisterCode(checked: "O0")
        try await stage.database.write { access in
            let values = try #require(try room.entry(.outlet, code, scope: .city, in: access)).values
            func change(_ changed: [String: String]) throws {
                try room.change(
                    .outlet, code, from: 1, to: values.merging(changed) { $1 }, scope: .city, by: Self.author,
                    in: access)
            }
            #expect(throws: RegisterEntryRefusal.fixed("device_number")) { try change(["device_number": "MN9"]) }
            #expect(throws: RegisterEntryRefusal.fixed("medium")) { try change(["medium": "waste-water"]) }
            #expect(throws: RegisterEntryRefusal.unchanged) { try change([:]) }
            try change(["height_m": "45.50"])
            #expect(try room.entry(.outlet, code, scope: .city, in: access)?.values["height_m"] == "45.5")
        }
        try await expectSound(stage)
    }

    @Test func `trades in words count by the mapping, and a trade gives its words`() async throws {
        let (stage, room) = try await stage()
        let found = try await stage.database.write { access in
            for (code, values) in [
                ("E7", ["name": "丙", "industry": "热力", "credit_code": "91350100M000100Y43"]),
                ("E8", ["name": "丁%", "industry_code": "4430"]), ("E9", ["name": "戊", "industry_code": "1713"]),
            ] {
                try room.enter(
                    RegisterDraft(kind: .enterprise, code: code, enterprise: "", region: "330603", values: values),
                    scope: .city, by: Self.author, in: access)
            }
            func codes(_ narrow: (inout EnterpriseFilter) -> Void) throws -> [String] {
                var filter = EnterpriseFilter()
                narrow(&filter)
                return try room.enterprises(filter, after: nil, scope: .city, limit: 9, in: access).map(\.code.text)
            }
            return [
                try codes { $0.industry = "44" }, try codes { $0.text = "丁%" }, try codes { $0.doubt = .doubtful },
                try codes { $0.region = RegionCode(checked: "330602") },
                [try room.enterprise(EnterpriseID(checked: "E8"), scope: .city, in: access)?.industry ?? ""],
            ]
        }
        #expect(found == [["E7", "E8"], ["E8"], ["E0", "E1", "E8", "E9"], ["E0"], ["热力生产和供应"]])
    }

    /// All kinds for both firms, looked at by everybody: exactly what their scope allows.
    @Test func `everybody sees and writes what their scope allows, in every table`() async throws {
        let (stage, room) = try await stage()
        let scopes: [Scope] = [
            .city, .nothing, .regions([]), .regions([RegionCode(checked: "330602")]),
            .regions([RegionCode(checked: "330602"), RegionCode(checked: "330603")]), .enterprise(Self.firm),
            .enterprise(EnterpriseID(checked: "E1")),
        ]
        try await stage.database.write { access in
            try Self.fill(room, in: access)
            for kind in RegisterKind.allCases {
                let all = try room.entries(kind, scope: .city, limit: 9, in: access)
                #expect(all.count == 2, "\(kind)")
                for scope in scopes {
                    let allowed = all.filter { scope.allows(region: $0.region, enterprise: $0.enterprise) }
                    #expect(try room.entries(kind, scope: scope, limit: 9, in: access) == allowed, "\(kind) \(scope)")
                    for entry in all {
                        let isAllowed = allowed.contains(entry)
                        let found = try room.entry(kind, entry.code, scope: scope, in: access)
                        #expect((found != nil) == isAllowed, "\(kind) \(scope)")
                        let lines = try room.history(kind, entry.code, scope: scope, limit: 9, in: access)
                        #expect(!lines.isEmpty == isAllowed, "\(kind) \(scope)")
                        guard !isAllowed else { continue }
                        #expect(throws: RegisterEntryRefusal.unknown("code")) {
                            try room.change(
                                kind, entry.code, from: 1, to: entry.values, scope: scope, by: Self.author, in: access)
                        }
                    }
                    let table = try room.table(scope: scope, in: access)
                    #expect(all.allSatisfy { table.contains("\(kind.rawValue),\($0.code),") == allowed.contains($0) })
                }
            }
            #expect(throws: RegisterEntryRefusal.enterprise) {
                try room.enter(
                    Self.contact(), scope: .enterprise(EnterpriseID(checked: "E1")), by: Self.author, in: access)
            }
        }
        try await expectSound(stage)
    }

    /// One more entry of each kind for both firms.
    private static func fill(_ room: RegistryRoom, in access: any WriteAccess) throws {
        for (firm, region, outlet) in [("E0", "330602", "O0"), ("E1", "330603", "O1")] {
            let values: [(RegisterKind, [String: String])] = [
                (.park, ["name": "园区\(firm)（示例）"]), (.site, ["name": "厂区", "longitude": "120.5", "latitude": "30"]),
                (.facility, ["name": "+锅炉", "purpose": "furnace", "furnace": "coal-boiler", "outlet": outlet]),
                (.instrument, ["name": "仪器,\"示例\"", "outlet": outlet, "factors": "a21026 a21002"]),
                (.contact, ["name": "周明", "telephone": "+86 138-1234-5678", "mail": "z@example.cn"]),
            ]
            for (kind, values) in values {
                try room.enter(
                    RegisterDraft(
                        kind: kind, code: kind == .park ? "K-\(firm)" : "", enterprise: firm, region: region,
                        values: values), scope: .city, by: author, in: access)
            }
        }
    }

    @Test func `what is exported enters an empty city, and is exported again byte for byte`() async throws {
        let (stage, room) = try await stage()
        let table = try await stage.database.write { access in
            try Self.fill(room, in: access)
            return try room.table(scope: .city, in: access)
        }
        let (next, other) = (try RegistryStage(), try RegistryStage.room(seed: 5))
        try await next.migrate()
        let (report, again, binding) = try await next.database.write { access in
            let report = try other.take(RegisterTable(csv: table), scope: .city, by: Self.author, in: access)
            return (
                report, try other.table(scope: .city, in: access),
                try other.binding(of: RegistryStage.devices[0], in: access)
            )
        }
        #expect(report.refused == [] && report.taken.values.allSatisfy { $0 == 2 } && report.taken.count == 7)
        #expect(again == table && !table.contains(RegistryStage.passwords[0]))
        #expect(binding == nil, "a logger whose password nobody knows yet is not believed")
        try await next.database.write { access in
            try other.enter(
                password: "abc123", of: RegistryStage.devices[0], at: RegistryStage.noon, by: Self.author, in: access)
            #expect(try other.binding(of: RegistryStage.devices[0], in: access)?.password == "abc123")
        }
        try await expectSound(next)
    }

    @Test func `a line of the short form that contradicts the register is refused with what differs`() async throws {
        let (stage, room) = try await stage()
        let heading = RegisterTable.shortColumns.joined(separator: ",") + "\n"
        let lines = [
            "E5,戊厂（示例）,123,330602,热力,示例路,E5-DA001,DA001,烟囱,stack,MN5,abc123",
            "E5,戊厂（示例）,123,330602,印染,示例路,E5-DA002,DA002,烟囱,stack,MN6,abc123",
            "E5,戊厂（示例）,123,330602,热力,示例路,E5-DA003,DA003,烟囱,stack,MN5,abc123",
            "E5,戊厂（示例）,123,330602,热力,示例路,E5-DA004,DA004,烟囱,stack,MN7,",
            "E6,己厂（示例）,,330699,热力,示例路,,,,,,",
            "E7,庚厂（示例）,,330602,热力,示例路,E7 DA001,DA001,烟囱,stack,MN8,abc123",
        ]
        let report = try await stage.database.write { access in
            try room.take(
                RegisterTable(csv: heading + lines.joined(separator: "\n")), scope: .city, by: Self.author, in: access)
        }
        #expect(
            report.refused == [
                .init(number: 3, kind: .enterprise, refusal: .differs(["industry"]), heading: "industry"),
                .init(
                    number: 4, kind: .outlet, refusal: .taken("device_number", by: "E5-DA001"),
                    heading: "device_number"),
                .init(number: 5, kind: .outlet, refusal: .devicePassword, heading: "device_password"),
                .init(number: 6, kind: .enterprise, refusal: .region, heading: "region"),
                // Its enterprise alone would be a half of what the line says.
                .init(number: 7, kind: .outlet, refusal: .code("code"), heading: "outlet"),
            ])
        #expect(report.taken == [.enterprise: 1, .outlet: 1] && report.doubts.map(\.doubt) == [.length])
        try await expectSound(stage)
    }

    /// What somebody did to the rows behind the program's back.
    @Test(arguments: [
        "UPDATE registry_contact SET telephone = '13700000000'", "UPDATE registry_contact SET version = 5",
        "DELETE FROM registry_history WHERE record = 'contact'", "UPDATE registry_history SET author = 'person:X'",
        "DELETE FROM registry_contact", "UPDATE registry_enterprise SET address = 'x'",
    ])
    func `verify finds what no fact tells`(statement: String) async throws {
        let (stage, room) = try await stage()
        try await stage.database.write { access in
            try room.enter(Self.contact(), scope: .city, by: Self.author, in: access)
            try access.execute(statement)
        }
        let reports = try await stage.database.read { try RegistryRoom.checks.check($0) }
        #expect(reports.contains { $0.differenceCount > 0 })
    }
}
