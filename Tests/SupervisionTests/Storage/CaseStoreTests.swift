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
}
