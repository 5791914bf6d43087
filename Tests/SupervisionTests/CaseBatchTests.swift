import Kernel
import Persistence
import TestMaterial
import Testing
import Web

@testable import Supervision

struct CaseBatchTests {
    @Test func `each case is taken by itself, and a refused one holds up no other`() async throws {
        let stage = try await SupervisionStage()
        for episode in ["EX1", "EX2", "EX3"] { try await stage.tell(SupervisionStage.found(episode)) }
        let ids = try await stage.database.read { access in
            try CaseStore.page(CaseFilter(states: [.found], after: nil), scope: .city, limit: 9, in: access).map(\.id)
        }
        try #require(ids.count == 3)
        let stranger = CaseID(checked: "C-NONE")
        let batch = try #require(CaseBatch("\(ids[0]):0,\(ids[1]):4,\(stranger):0,\(ids[2]):0,\(ids[0]):0"))
        #expect(batch.choices.map(\.id) == [ids[0], ids[1], stranger, ids[2]], "each once")
        let now = stage.clock.now()
        let refused = try await stage.room.take(batch, [:], by: CaseExample.actor(.branchOfficer), at: now)
        #expect(Self.words(refused).allSatisfy { $0 != "warn" }, "warning is the city's")
        let lines = try await stage.room.take(
            batch, ["note": "请尽快反馈"], by: CaseExample.actor(.cityOfficer), at: now)
        #expect(Self.words(lines)[0] == "warn" && Self.words(lines)[3] == "warn")
        #expect(Self.words(lines)[1...2].allSatisfy { $0 != "warn" })
        for (id, state) in zip(ids, [CaseState.warned, .found, .warned]) {
            #expect(try await stage.subject(id)?.state == state)
        }
        let content = CaseBatchResultPage(lines: lines).content
        #expect(content.done == 2 && content.refused == 2)
        #expect(try await stage.differences() == [])
    }

    private static func words(_ lines: [CaseBatchResultPage.Line]) -> [String] {
        lines.map { line in
            switch line.outcome {
            case .done(let action): action.rawValue
            case .refused(let problem): problem.rule
            }
        }
    }

    @Test(arguments: ["", "C1", "C1:", "C1:x", "C1:-1", ":1", "C1:1,", "C1:1 ,C2:1", Self.tooMany])
    func `a list of cases that cannot be read is none`(text: String) {
        #expect(CaseBatch(text) == nil)
    }

    private static let tooMany = (0...CaseBatch.casesMax).map { "C\($0):0" }.joined(separator: ",")

    @Test func `the pages of a batch have all their words`() throws {
        var asks = try TemplateWalk(CaseBatchPage.template)
        var answers = try TemplateWalk(CaseBatchResultPage.template)
        let subject = CaseExample.subject(at: .found)
        let choice = CaseBatch.Choice(id: subject.id, seenStep: 0)
        func line(_ action: CaseAction?) -> CaseBatchPage.Line {
            CaseBatchPage.Line(choice: choice, subject: subject, place: .example, action: action)
        }
        func result(_ number: String?, _ outcome: CaseBatchResultPage.Outcome) -> CaseBatchResultPage.Line {
            CaseBatchResultPage.Line(
                id: subject.id, number: number, place: number == nil ? nil : .example, outcome: outcome)
        }
        for language in Language.allCases {
            for lines in [[line(.warn), line(nil)], [line(nil)], []] {
                try asks.walk(CaseBatchPage(lines: lines).view(language))
            }
            let done = result("〔2026〕1号", .done(.warn))
            for lines in [[done], [done, result(nil, .refused(CaseRefusal.notFound.problem))]] {
                try answers.walk(CaseBatchResultPage(lines: lines).view(language))
            }
        }
        #expect(asks.problems.filter { !$0.hasSuffix("is empty") } == [])
        #expect(answers.problems.filter { !$0.hasSuffix("is empty") } == [])
    }
}
