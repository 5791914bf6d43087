import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing
import Web

@testable import Registry

/// What somebody learns of entries outside their sight: nothing but that a value cannot be used (decision 89).
struct SightTests {
    private static let author = FactAuthor.person(PersonID(checked: "P1"))
    private static let branch = Scope.regions([RegionCode(checked: "330602")])
    private static let credit = "91350100M000100Y43"

    private func stage() async throws -> (RegistryStage, RegistryRoom) {
        let (stage, room) = (try RegistryStage(), try RegistryStage.room())
        try await stage.migrate()
        try await stage.registerFirms(room)
        try await stage.database.write { access in
            for (code, region) in [("E8", "330602"), ("E9", "330603")] {
                let credit = code == "E9" ? Self.credit : "91330600MA28X12345"
                try room.enter(
                    RegisterDraft(
                        kind: .enterprise, code: code, enterprise: "", region: region,
                        values: ["name": code, "credit_code": credit]), scope: .city, by: Self.author, in: access)
            }
        }
        return (stage, room)
    }

    private static func outlet(_ number: String, device: String) -> RegisterDraft {
        RegisterDraft(
            kind: .outlet, code: "", enterprise: "E0", region: "",
            values: ["name": "x", "number": number, "medium": "stack", "device_number": device])
    }

    private static func firm(_ code: String, _ credit: String? = nil) -> RegisterDraft {
        var values = ["name": "新厂"]
        values["credit_code"] = credit
        return RegisterDraft(kind: .enterprise, code: code, enterprise: "", region: "330602", values: values)
    }

    private static func facility(at outlet: String) -> RegisterDraft {
        RegisterDraft(
            kind: .facility, code: "", enterprise: "E0", region: "",
            values: ["name": "1号炉", "purpose": "treatment", "outlet": outlet])
    }

    /// What is entered, what the branch hears, and what the city hears.
    private static let asked: [(RegisterDraft, RegisterEntryRefusal, RegisterEntryRefusal)] = [
        (firm("E0"), .taken("code", by: "E0"), .taken("code", by: "E0")),
        (firm("E1"), .unavailable("code"), .taken("code", by: "E1")),
        (
            firm("E7", "91330600MA28X12345"), .taken("credit_code", by: "E8"), .taken("credit_code", by: "E8")
        ),
        (firm("E7", credit), .unavailable("credit_code"), .taken("credit_code", by: "E9")),
        (
            outlet("DA009", device: RegistryStage.devices[0].text), .taken("device_number", by: "O0"),
            .taken("device_number", by: "O0")
        ),
        (
            outlet("DA009", device: RegistryStage.devices[1].text), .unavailable("device_number"),
            .taken("device_number", by: "O1")
        ),
        (facility(at: "O1"), .unknown("outlet"), .elsewhere("outlet")),
        (facility(at: "O77"), .unknown("outlet"), .unknown("outlet")),
    ]

    @Test(arguments: asked.indices)
    func `a branch hears one answer of all that lies outside its sight, the city hears who holds a value`(
        row: Int
    ) async throws {
        let (stage, room) = try await stage()
        let (draft, branch, city) = Self.asked[row]
        try await stage.database.write { access -> Void in
            #expect(throws: branch) { try room.enter(draft, scope: Self.branch, by: Self.author, in: access) }
            #expect(throws: city) { try room.enter(draft, scope: .city, by: Self.author, in: access) }
        }
    }

    @Test func `a table does not tell whether a foreign enterprise has other particulars`() async throws {
        let (stage, room) = try await stage()
        let heading = RegisterTable.shortColumns.joined(separator: ",")
        func refusal(_ line: String) async throws -> [RegisterEntryRefusal] {
            let table = RegisterTable(csv: heading + "\n" + line)
            return try await stage.database.write { access in
                try room.take(table, scope: Self.branch, by: Self.author, in: access).refused.map(\.refusal)
            }
        }
        // E1 is called 示例1 and lies in another region.
        let (same, other) = (
            try await refusal("E1,示例1,,330602,示例,示例,,,,,,"), try await refusal("E1,别名,,330602,示例,示例,,,,,,")
        )
        #expect(same == [.unavailable("code")] && other == same)
    }

    @Test(
        arguments: [
            (.enterprise, "企业名称"), (.park, "园区名称"), (.contact, "姓名"), (.site, "厂区名称"), (nil, "名称"),
        ] as [(RegisterKind?, String)])
    func `a refusal calls a field as the form of its kind does`(kind: RegisterKind?, label: String) {
        #expect(RegisterEntryRefusal.missing("name").problem(of: kind).what.zh == "“\(label)”未填写")
    }

    @Test func `a refused line of a table says field and label of its kind`() async throws {
        let (stage, room) = try await stage()
        let columns = RegisterTable.columns
        func line(_ values: [String: String]) -> String { columns.map { values[$0] ?? "" }.joined(separator: ",") }
        let table = RegisterTable(
            csv: ([
                columns.joined(separator: ","),
                line(["record": "enterprise", "code": "E20", "region": "330602", "name": "\u{202E}厂"]),
                line(["record": "contact", "enterprise": "E0", "name": "\u{3000}"]),
                line(["record": "site", "enterprise": "E0", "name": "\u{3164}"]),
            ]).joined(separator: "\n"))
        let refused = try await stage.database.write { access in
            try room.take(table, scope: .city, by: Self.author, in: access).refused
        }
        #expect(refused.map(\.number) == [2, 3, 4] && refused.map(\.kind) == [.enterprise, .contact, .site])
        #expect(refused.map(\.refusal) == [.characters("name"), .missing("name"), .missing("name")])
        let words = refused.map { $0.refusal.problem(of: $0.kind).what.zh }
        #expect(words == ["“企业名称”含有不可见字符", "“姓名”未填写", "“厂区名称”未填写"])
    }
}
