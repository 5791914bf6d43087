import Kernel
import TestMaterial
import Testing
import Web

@testable import Supervision

struct CaseRefusalTests {
    private static let refusals: [CaseRefusal] = [
        .notFound, .wrongRole(needed: .cityOfficer), .overtaken(state: .warned),
        .wrongState(action: .warn, state: .closed), .stillExceeding, .dateMissing(field: "checked_on"),
        .dateOutOfRange(field: "checked_on", from: CivilDate(dayNumber: 20_780), to: CivilDate(dayNumber: 20_781)),
        .companionIsSelf, .sameOfficer,
    ]

    @Test func `each refusal has the rule and status of the method, and says what and what helps`() throws {
        let rows = try RepositoryFile.table("| rule | status | when |", in: "docs/method/closed-loop.md")
        #expect(rows.count == Self.refusals.count)
        for (row, refusal) in zip(rows, Self.refusals) {
            let problem = refusal.problem
            #expect(row[1] == "\(problem.status)" && (row[0] == problem.rule || refusal == .notFound))
            for phrase in [problem.what, problem.remedy] { #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty) }
        }
    }

    /// A refused date must be shown beside its field, so the form must ask for just the dates that are looked at.
    @Test(arguments: CaseAction.allCases) func `a form asks for the dates its step needs`(action: CaseAction) throws {
        let passage = ClosedLoop.passage(of: action)
        let dates = CaseForm.fields(of: action).filter { $0.kind == .date }
        #expect(dates.allSatisfy(\.required) && dates.count <= 1)
        var missing: String?
        do {
            let subject = CaseExample.subject(at: passage.from)
            _ = try ClosedLoop.take(
                action, on: subject, seenStep: subject.steps.count, form: [:],
                by: CaseExample.actor(passage.role), at: CaseExample.opened, rules: CaseExample.rules())
        } catch CaseRefusal.dateMissing(let field) { missing = field }
        #expect(dates.map(\.name) == (missing.map { [$0] } ?? []))
        #expect(CaseForm.fields(of: action).first?.name == CaseForm.seenStep)
    }

    @Test func `states and actions have words of their own in both languages`() {
        for phrases in [CaseState.allCases.map(\.phrase), CaseAction.allCases.map(\.phrase)] {
            for language in Language.allCases {
                let words = phrases.map { $0(language) }
                #expect(Set(words).count == phrases.count && !words.contains(""))
            }
        }
        for action in CaseAction.allCases {
            #expect(SupervisionWords.duty("supervision.\(action.rawValue)") == action.phrase)
            #expect(SupervisionWords.step(action.rawValue) != nil)
        }
        #expect(SupervisionWords.duty("registry.warn") == nil && SupervisionWords.duty("supervision.x") == nil)
    }
}
