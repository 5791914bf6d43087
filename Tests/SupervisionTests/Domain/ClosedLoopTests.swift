import Facts
import Kernel
import TestMaterial
import Testing
import Web

@testable import Supervision

struct ClosedLoopTests {
    static let method = "docs/method/closed-loop.md"

    /// What `take` says: the refusal, or the state it leads to.
    private func outcome(
        _ action: CaseAction, on subject: SupervisionCase, by actor: Actor, seenStep: Int? = nil, day: Int64? = nil,
        result: String? = nil, changing: [String: String?] = [:], officers: [String] = ["P1", "P-SECOND"]
    ) throws -> String {
        let form = CaseExample.form(of: action, outcome: result).merging(changing.compactMapValues { $0 }) { $1 }
            .filter { changing[$0.key] != .some(nil) }
        // Marks are closed at noon of the next day, and a re-check is written for the seventh.
        let usual = action == .mark ? 1 : action == .recheck ? 7 : Int64(subject.steps.count)
        let now = CaseExample.opened.adding(hours: 24 * (day ?? usual))
        do {
            let step = try ClosedLoop.take(
                action, on: subject, seenStep: seenStep ?? subject.steps.count, form: form, by: actor,
                at: StepMoment(
                    now: now, rules: CaseExample.rules(),
                    officers: CaseExample.officers(officers + [actor.person.text]), windows: [.example]))
            #expect(step.number == subject.steps.count + 1 && step.from == subject.state && step.action == action)
            #expect(step.actor == actor.person && step.role == actor.role && step.at == now)
            return step.to.rawValue
        } catch let refusal as CaseRefusal {
            return "\(refusal)"
        }
    }

    private func refusal(_ refusal: CaseRefusal) -> String { "\(refusal)" }

    @Test func `the table of states is the table of the method`() throws {
        let rules = try CaseExample.rules()
        let rows = (ClosedLoop.stands + [ClosedLoop.request, ClosedLoop.service]).map { stand in
            let clock = rules.clock(of: stand.duty)
            let late =
                switch stand.timeOut {
                case .raise: "level raised"
                case .handUp(let action): "to the level above: \(action.rawValue)"
                }
            return [
                stand.state.rawValue, stand.duty.rawValue, stand.owner.rawValue,
                Self.printed(clock), clock.certainty.rawValue, late,
            ]
        }
        try expectPrinted(rows, under: "| state | duty | whose | within | certainty | when the clock runs out |")
        let beside: Set<CaseAction> = [ClosedLoop.request.duty, ClosedLoop.service.duty, .dismiss]
        #expect(Set(rules.clocks.keys) == Set(ClosedLoop.stands.map(\.duty)).union(beside))
        #expect(Set(CaseState.allCases).subtracting(ClosedLoop.openStates) == [.closed, .merged])
    }

    @Test func `the whole table is the table of the method`() throws {
        let rules = try CaseExample.rules()
        let rows = ClosedLoop.passages.map { passage in
            let stand = (ClosedLoop.stands + [ClosedLoop.request, ClosedLoop.service]).first { stand in
                stand.state == passage.from && stand.duty == passage.action
            }
            let isOwed = stand != nil || passage.action == .dismiss
            let clock = isOwed ? rules.clock(of: passage.action) : nil
            return [
                passage.from.rawValue, passage.action.rawValue, passage.outcome ?? "–", passage.to.rawValue,
                passage.owner.rawValue, passage.moment.rawValue, Self.form(passage.action),
                clock.map(Self.printed) ?? "–",
                ClosedLoop.rules(of: passage).map(\.rawValue).joined(separator: ", "),
                stand.map(Self.afterwards) ?? (isOwed ? "city: dismiss, one louder" : "–"),
            ].map { $0.isEmpty ? "–" : $0 }
        }
        try expectPrinted(rows, under: LoopCells.heading)
    }

    private static func form(_ action: CaseAction) -> String {
        ClosedLoop.form(of: action).map { $0.name + ($0.isRequired ? "" : "?") }.joined(separator: ", ")
    }

    private static func printed(_ clock: ClosedLoopRules.Clock) -> String {
        func words(_ term: StatutoryTerm) -> String { "\(term.amount) \(term.unit.rawValue)" }
        let daily = clock.dailyTerm.map { "; days \(words($0))" } ?? ""
        return words(clock.term) + daily + (clock.warning.map { "; warns after \(words($0.term))" } ?? "")
    }

    /// Who has the duty when the clock has run out, and what becomes of the level.
    private static func afterwards(_ stand: ClosedLoop.Stand) -> String {
        guard case .handUp(let action) = stand.timeOut else { return "\(stand.owner): \(stand.duty), one louder" }
        return switch stand.owner {
        case .enterprise: "branch: \(action.rawValue), same level"
        case .branch: "city: \(action.rawValue), same level"
        case .closing: "city: \(action.rawValue), same level; the city's own: one louder"
        case .city: "city: \(action.rawValue), one louder"
        }
    }

    @Test func `the table of forms is the table of the method`() throws {
        let rows = CaseAction.allCases.map { action in
            [
                action.rawValue, action.phrase.zh,
                Self.form(action),
                ClosedLoop.decidingField(of: action) ?? "–",
            ]
        }
        try expectPrinted(rows, under: "| action | 中文 | fields | deciding field |")
    }

    /// The page must hold just these rows; what it should hold is written into the failure.
    private func expectPrinted(_ rows: [[String]], under heading: String) throws {
        let printed = (try? RepositoryFile.table(heading, in: Self.method)) ?? []
        let wanted = rows.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
        #expect(printed == rows, "the page needs, under \(heading):\n\(wanted)")
    }

    @Test(arguments: CaseState.allCases)
    func `each outcome of a deciding field leads where the table says, another nowhere`(state: CaseState) throws {
        for isOvertime in [false, true] where ClosedLoop.stand(of: state) != nil {
            let subject = CaseExample.subject(at: state, isOvertime: isOvertime)
            for passage in ClosedLoop.passages
            where passage.from == state && passage.outcome != nil
                && (passage.moment == .always || passage.moment == .overtime && isOvertime)
            {
                let actor = CaseExample.actor(ClosedLoop.role(of: passage.owner, on: subject))
                #expect(
                    try outcome(passage.action, on: subject, by: actor, result: passage.outcome) == passage.to.rawValue)
                let field = try #require(ClosedLoop.decidingField(of: passage.action))
                for text in [nil, "maybe"] {
                    #expect(
                        try outcome(passage.action, on: subject, by: actor, changing: [field: text])
                            == refusal(.choiceMissing(field: field)))
                }
            }
        }
    }

    @Test(arguments: [CaseState.reported, .rechecked])
    func `nothing is found right or closed while the outlet exceeds`(state: CaseState) throws {
        let action = try #require(ClosedLoop.stand(of: state)?.duty)
        let role: Role = state == .reported ? .branchOfficer : .cityOfficer
        let cases = [(false, false, true), (false, true, false), (true, false, false)]
        for (ended, withdrawn, isRefused) in cases {
            let subject = CaseExample.subject(
                at: state, episodes: [CaseExample.episode(ended: ended, isWithdrawn: withdrawn)])
            let found = try outcome(action, on: subject, by: CaseExample.actor(role))
            #expect(
                (found == refusal(.stillExceeding(byDays: false))) == isRefused,
                "ended \(ended), withdrawn \(withdrawn): \(found)")
        }
        // A failed re-check is a finding like any other, and may be written down while it exceeds.
        let going = CaseExample.subject(at: .reported, episodes: [CaseExample.episode(ended: false)])
        #expect(
            try outcome(.recheck, on: going, by: CaseExample.actor(.branchOfficer), result: "false") == "failed")
    }

    @Test func `the qualification waits while marks are open, and confirms nothing that was withdrawn`() throws {
        let officer = CaseExample.actor(.branchOfficer)
        let open = CaseExample.subject(at: .checked, episodes: [CaseExample.episode(isProvisional: true)])
        let closing = Instant(startOf: CaseExample.opened.civil.date.adding(days: 1)).adding(hours: 12)
        for branch in [CaseBranch.exceedance, .device, .condition, .mark] {
            #expect(
                try outcome(.qualify, on: open, by: officer, result: branch.rawValue)
                    == refusal(.provisional(until: closing)))
        }
        let gone = CaseExample.subject(at: .checked, episodes: [CaseExample.episode(isWithdrawn: true)])
        #expect(try outcome(.qualify, on: gone, by: officer, result: "exceedance") == refusal(.nothingToConfirm))
        #expect(try outcome(.qualify, on: gone, by: officer, result: "mark") == "mismarked")
    }

    @Test func `a known fault goes straight to its repair`() throws {
        let fault = CaseExample.step(.reportFault, from: .checked, to: .checked, number: 5)
        let subject = CaseExample.subject(at: .checked, more: [fault])
        #expect(
            try outcome(.qualify, on: subject, by: CaseExample.actor(.branchOfficer), result: "device") == "repairing")
    }

    @Test(arguments: ClosedLoop.openStates)
    func `only a withdrawn exceedance is dismissed, from wherever its case stands`(state: CaseState) throws {
        let officer = CaseExample.actor(.cityOfficer)
        let gone = CaseExample.subject(at: state, episodes: [CaseExample.episode(isWithdrawn: true)])
        #expect(try outcome(.dismiss, on: gone, by: officer) == "closed")
        let half = CaseExample.subject(
            at: state, episodes: [CaseExample.episode(isWithdrawn: true), CaseExample.episode("EX2")])
        #expect(try outcome(.dismiss, on: half, by: officer) == refusal(.stillStands))
    }

    @Test(arguments: [([.hour], 24), ([.day], 48), ([.day, .hour], 24)] as [([EpisodeTraits.Averaging], Int64)])
    func `a check is due within a day, within two when only daily means exceed`(
        means: [EpisodeTraits.Averaging], hours: Int64
    ) throws {
        let episodes = means.enumerated().map { CaseExample.episode("EX\($0)", averaging: $1) }
        let subject = CaseExample.subject(at: .answered, episodes: episodes)
        let now = CaseExample.opened.adding(hours: 72)
        let step = try ClosedLoop.take(
            .accept, on: subject, seenStep: 2, form: [:], by: CaseExample.actor(.branchOfficer),
            at: StepMoment(now: now, rules: try CaseExample.rules(), officers: []))
        #expect(step.due == now.adding(hours: hours))
    }

    @Test func `the worked due times of the method come out as written`() throws {
        let rows = try RepositoryFile.table("| entered state | at | due |", in: Self.method)
        #expect(Set(rows.map { $0[0] }).isSuperset(of: ["found", "faulty", "repairing", "checked", "closed"]))
        for row in rows {
            let state = try #require(CaseState(rawValue: row[0]))
            let parts = row[1].split(whereSeparator: { " :".contains($0) })
            let start = Instant(startOf: try #require(CivilDate(parts[0])))
                .adding(minutes: 60 * (try #require(Int64(parts[1]))) + (try #require(Int64(parts[2]))))
            let due = ClosedLoop.due(in: state, from: start, rules: try CaseExample.rules())
            #expect(due?.civil.minuteText ?? "none" == row[2], "\(row)")
        }
    }
}
