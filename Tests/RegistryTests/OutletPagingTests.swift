import Facts
import Kernel
import Persistence
import Registry
import SQLitePersistence
import Standards
import Testing

/// The list of outlets in parts, with every filter: no part loses or repeats an outlet, whatever a part holds.
struct OutletPagingTests {
    /// A filter, and the outlets of the stage that it shows.
    private static let cases: [(name: String, narrow: @Sendable (inout OutletFilter) -> Void, shown: [String])] = [
        ("none", { _ in }, ["O0", "O1", "O2", "O3", "O4", "O5"]),
        ("medium", { $0.medium = .wasteWater }, ["O3", "O5"]),
        ("industry", { $0.industry = "44" }, ["O2", "O3", "O4", "O5"]),
        ("text", { $0.text = "排口5" }, ["O5"]),
        ("two", { ($0.industry, $0.medium) = ("4430", .stack) }, ["O2", "O4"]),
        ("nothing", { $0.text = "%" }, []),
    ]

    private func stage() async throws -> (RegistryStage, RegistryRoom) {
        let (stage, room) = (try RegistryStage(), try RegistryStage.room())
        try await stage.migrate()
        try await stage.registerFirms(room)
        try await stage.database.write { access in
            let mill = Enterprise(
                id: EnterpriseID(checked: "E7"), name: "示例印染", creditCode: nil, region: RegionCode(checked: "330602"),
                industry: "热力", address: "示例", industryCode: IndustryCode(checked: "4430"))
            try room.register(mill, by: RegistryStage.author, in: access)
            for number in 2...5 {
                let outlet = Outlet(
                    id: OutletID(checked: "O\(number)"), enterprise: mill.id, number: "D\(number)", name: "排口\(number)",
                    medium: number % 2 == 0 ? .stack : .wasteWater,
                    device: DeviceNumber(checked: "A1B20000000000000000001\(number)"))
                try room.register(
                    outlet, of: mill, devicePassword: "pw-\(number)", by: RegistryStage.author, in: access)
            }
        }
        return (stage, room)
    }

    @Test func `parts of n, and of one more, put together are the whole list`() async throws {
        let (stage, room) = try await stage()
        for (name, narrow, shown) in Self.cases {
            var filter = OutletFilter()
            narrow(&filter)
            for limit in [1, 2, max(1, shown.count), shown.count + 1] {
                let filter = filter
                let found = try await stage.database.read { access in
                    var (all, place): ([String], OutletID?) = ([], nil)
                    while true {
                        let part = try room.outlets(filter, after: place, limit: limit, in: access)
                        all += part.map(\.outlet.id.text)
                        guard part.count == limit, let last = part.last else { return all }
                        place = last.outlet.id
                    }
                }
                #expect(found == shown, "\(name), parts of \(limit)")
            }
        }
    }
}
