import Kernel
import Persistence
import Testing

@testable import Supervision

struct CaseStoreTests {
    /// Several cases share a moment, so that the second part of the order counts too.
    @Test(arguments: [1, 2, 3, 5, 7, 50])
    func `going on from the last case of a page shows every case once, the newest first`(limit: Int) async throws {
        let stage = try await SupervisionStage()
        for number in 1...7 {
            try await stage.tell(SupervisionStage.found("EX\(number)"))
            if number.isMultiple(of: 3) { stage.clock.pass(hours: 1) }
        }
        let shown = try await stage.database.read { access in
            var shown: [SupervisionCase] = []
            while true {
                let place = shown.last.map { CaseFilter.Place(openedAt: $0.openedAt, id: $0.id) }
                let page = try CaseStore.page(
                    CaseFilter(states: [.found], after: place), scope: .city, limit: limit, in: access)
                if page.isEmpty { return shown }
                shown += page
            }
        }
        #expect(shown.map(\.number) == [7, 6, 5, 4, 3, 2, 1])
    }

    @Test(
        arguments: [
            (nil, Scope.city, 2), (["O9", "O-EX1", "O-EX2"], .city, 2), (["O9"], .city, 0), ([], .city, 0),
            (["O-EX1"], .regions([RegionCode(checked: "330602")]), 1),
            (["O-EX1"], .regions([RegionCode(checked: "330603")]), 0),
        ] as [([String]?, Scope, Int)])
    func `outlets that a text names narrow what is in sight, and show nothing that is not`(
        named: [String]?, scope: Scope, count: Int
    ) async throws {
        let stage = try await SupervisionStage()
        for number in 1...2 { try await stage.tell(SupervisionStage.found("EX\(number)")) }
        var filter = CaseFilter(states: [.found], after: nil)
        filter.named = named?.map { OutletID(checked: $0) }
        let found = try await stage.database.read { [filter] access in
            try CaseStore.page(filter, scope: scope, limit: 9, in: access)
        }
        #expect(found.count == count)
    }
}
