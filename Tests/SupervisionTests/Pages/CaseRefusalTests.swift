import Kernel
import TestMaterial
import Testing
import Web

@testable import Supervision

struct CaseRefusalTests {
    private static let day = CivilDate(dayNumber: 20_780)
    private static let refusals: [CaseRefusal] = [
        .notFound, .wrongRole(needed: .cityOfficer), .merged(into: CaseID(checked: "2026-0002")),
        .overtaken(state: .warned), .wrongState(action: .warn, state: .closed), .stillStands, .alreadyHandedOver,
        .alreadyReported, .alreadyServed, .notServed, .tooLate, .choiceMissing(field: "passed"),
        .provisional(until: CaseExample.opened), .marksOpen(until: CaseExample.opened), .marksUndecided([3]),
        .dataUndecided(first: Phrase("一", "one"), count: 1), .notResent, .nothingToConfirm,
        .conditionUnfit(.tooLong(hours: 5, max: 4)),
        .stillExceeding(byDays: true), .objected(record: "检〔2026〕1号", words: "未到场"), .windowMissing,
        .dateMissing(field: "checked_on"), .beyondTheLaw(field: "until", last: day),
        .dateOutOfRange(field: "checked_on", from: day, to: day), .timeUnfit(field: "began"),
        .timeTooEarly(field: "began", after: CaseExample.opened),
        .faultLater(field: "broke_at", last: CaseExample.opened), .noSubstitute(field: "substitute"),
        .recordLacks(field: "shown"), .proofUnfit(.unknown), .article(.missing, proposed: nil), .hoursInDisorder,
        .hoursElsewhere(from: CaseExample.opened, to: CaseExample.opened),
        .markTooLate(until: Instant(startOf: day)), .noCertificate(name: "示例", day: day, field: "companion"),
        .companionIsSelf, .companionUnknown, .sameOfficer(),
        .markRefused(
            status: 422, rule: "MON-MARK-BEYOND", field: "last_hour", what: Phrase("长", "long"),
            remedy: Phrase("分开", "in parts")),
    ]

    @Test func `each refusal has the rule and status of the method, and says what and what helps`() throws {
        let rows = try RepositoryFile.table("| rule | status | when |", in: "docs/method/closed-loop.md")
        #expect(rows.count == Self.refusals.count && Self.refusals.map(\.rule) == CaseRule.allCases)
        for (row, refusal) in zip(rows, Self.refusals) {
            let problem = refusal.problem
            #expect(row[0] == refusal.rule.rawValue)
            guard refusal.rule != .markDesk else { continue }
            #expect(row[1] == "\(problem.status)" && (row[0] == problem.rule || refusal == .notFound))
            for phrase in [problem.what, problem.remedy] { #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty) }
        }
    }

    @Test func `a refused mark keeps the status, the rule, the field and the words of whoever refused it`() throws {
        let problem = try #require(Self.refusals.last).problem
        #expect(problem.status == 422 && problem.rule == "MON-MARK-BEYOND" && problem.field == "last_hour")
        #expect(problem.what == Phrase("长", "long") && problem.remedy == Phrase("分开", "in parts"))
    }

    @Test func `words that are told again bring no second full stop`() {
        let refusal = CaseRefusal.objected(record: "检〔2026〕1号", words: "未到场。")
        #expect(refusal.problem.what.zh.hasSuffix("未到场") && refusal.problem.what.en.hasSuffix("未到场"))
    }

    /// A refused date must be shown beside its field, so the form must ask for just the dates that are looked at.
    @Test(arguments: ClosedLoop.passages.filter { $0.moment == .always || $0.moment == .inTime })
    func `a form asks for the dates its step needs`(passage: ClosedLoop.Passage) throws {
        // A correction without hours is of all that was demanded.
        let dates = CaseForm.fields(of: passage.action).filter { $0.kind == .date && $0.required }
        #expect(dates.count <= (passage.action == .mark ? 2 : 1))
        var missing: String?
        do {
            let subject = CaseExample.subject(at: passage.from)
            var deciding = ClosedLoop.decidingField(of: passage.action).map { [$0: passage.outcome ?? ""] } ?? [:]
            if passage.action == .qualify { deciding["window"] = CaseMarkWindow.example.code }
            _ = try ClosedLoop.take(
                passage.action, on: subject, seenStep: subject.steps.count, form: deciding,
                by: CaseExample.actor(ClosedLoop.role(of: passage.owner, on: subject)),
                at: StepMoment(now: CaseExample.opened, rules: CaseExample.rules(), officers: [], windows: [.example]))
        } catch CaseRefusal.dateMissing(let field) { missing = field }
        #expect(dates.first?.name == missing)
        #expect(CaseForm.fields(of: passage.action).first?.name == CaseForm.seenStep)
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
