import Facts
import Kernel
import TestMaterial
import Testing

@testable import Supervision

struct ClosedLoopTests {
    private static let method = "docs/method/closed-loop.md"

    private static func line() throws -> [[String]] {
        try RepositoryFile.table("| from | action | to | role | within | certainty |", in: method)
    }

    /// What `take` says: the refusal, or the state it leads to.
    private func outcome(
        _ action: CaseAction, at state: CaseState, by actor: Actor, seenStep: Int? = nil, day: Int64? = nil,
        changing: [String: String?] = [:]
    ) throws -> String {
        let subject = CaseExample.subject(at: state)
        let form = CaseExample.form(of: action).merging(changing.compactMapValues { $0 }) { $1 }
            .filter { changing[$0.key] != .some(nil) }
        let now = CaseExample.opened.adding(hours: 24 * (day ?? Int64(subject.steps.count)))
        do {
            let step = try ClosedLoop.take(
                action, on: subject, seenStep: seenStep ?? subject.steps.count, form: form, by: actor, at: now,
                rules: CaseExample.rules())
            #expect(step.number == subject.steps.count + 1 && step.from == state && step.action == action)
            #expect(step.actor == actor.person && step.role == actor.role && step.at == now && step.form == form)
            return step.to.rawValue
        } catch let refusal as CaseRefusal {
            return "\(refusal)"
        }
    }

    @Test func `the table of the method is the table of the code and of the resource file`() throws {
        let rules = try CaseExample.rules()
        let coded = ClosedLoop.passages.map { passage in
            let clock = rules.clock(of: passage.action)
            return [
                passage.from.rawValue, passage.action.rawValue, passage.to.rawValue, passage.role.rawValue,
                "\(clock.term.amount) \(clock.term.unit.rawValue)", clock.certainty.rawValue,
            ]
        }
        #expect(try Self.line() == coded)
        #expect(rules.clocks.count == coded.count)
        #expect(ClosedLoop.passage(from: .closed) == nil)
    }

    /// 9 states × 8 actions × 4 roles × the right step and two wrong ones.
    @Test func `each cell of the table is taken or refused as the method says`() throws {
        let line = try Self.line()
        var taken = 0
        for (number, state) in CaseState.allCases.enumerated() {
            for action in CaseAction.allCases {
                let row = try #require(line.first { $0[1] == action.rawValue })
                for role in Role.allCases {
                    for seen in [number, number - 1, number + 1] {
                        let needed = try #require(Role(rawValue: row[3]))
                        let expected =
                            if role != needed { "\(CaseRefusal.wrongRole(needed: needed))" } else if seen != number {
                                "\(CaseRefusal.overtaken(state: state))"
                            } else if row[0] != state.rawValue {
                                "\(CaseRefusal.wrongState(action: action, state: state))"
                            } else { row[2] }
                        let actor = CaseExample.actor(role)
                        #expect(try outcome(action, at: state, by: actor, seenStep: seen) == expected)
                        if expected == row[2] { taken += 1 }
                    }
                }
            }
        }
        #expect(taken == 8)
    }

    @Test(arguments: [CaseAction.recheck, .close])
    func `nothing is found right or closed while the outlet exceeds`(action: CaseAction) throws {
        let state = ClosedLoop.passage(of: action).from
        let actor = CaseExample.actor(ClosedLoop.passage(of: action).role)
        let cases = [(false, false, CaseRefusal.stillExceeding), (false, true, nil), (true, false, nil)]
        for (ended, withdrawn, refusal) in cases {
            let subject = CaseExample.subject(at: state, isWithdrawn: withdrawn, ended: ended)
            var found: CaseRefusal?
            do {
                _ = try ClosedLoop.take(
                    action, on: subject, seenStep: subject.steps.count, form: CaseExample.form(of: action), by: actor,
                    at: CaseExample.opened.adding(hours: 24 * Int64(subject.steps.count)), rules: CaseExample.rules())
            } catch let error as CaseRefusal {
                found = error
            }
            #expect(found == refusal, "ended \(ended), withdrawn \(withdrawn)")
        }
    }

    @Test(arguments: [CaseAction.check, .recheck])
    func `the second officer is somebody else`(action: CaseAction) throws {
        let actor = CaseExample.actor(.branchOfficer)
        let state = ClosedLoop.passage(of: action).from
        #expect(try outcome(action, at: state, by: actor, changing: ["companion": actor.name]) == "companionIsSelf")
    }

    /// The days are counted from the day the case was opened, 2026-11-23; a step was taken each day from then on.
    @Test(
        arguments: [
            (.check, "checked_on", 9, "2026-11-23", "2026-12-02"),
            (.check, "checked_on", 0, "2026-11-23", "2026-11-23"),
            (.order, "rectify_by", 4, "2026-11-27", "2026-12-27"),
            (.order, "rectify_by", 8, "2026-12-01", "2026-12-31"),
            (.report, "completed_on", 9, "2026-11-27", "2026-12-02"),
            (.recheck, "rechecked_on", 9, "2026-11-28", "2026-12-02"),
        ] as [(CaseAction, String, Int64, String, String)])
    func `a date is taken on its bounds and refused a day beyond`(
        action: CaseAction, field: String, day: Int64, first: String, last: String
    ) throws {
        let (from, to) = (try #require(CivilDate(first)), try #require(CivilDate(last)))
        let passage = ClosedLoop.passage(of: action)
        func result(_ text: String?) throws -> String {
            try outcome(
                action, at: passage.from, by: CaseExample.actor(passage.role), day: day, changing: [field: text])
        }
        for date in [from, to] { #expect(try result(date.description) == passage.to.rawValue) }
        let beyond = "\(CaseRefusal.dateOutOfRange(field: field, from: from, to: to))"
        for date in [from.adding(days: -1), to.adding(days: 1)] { #expect(try result(date.description) == beyond) }
        for text in [nil, "", "2026-02-30", "23/11/2026", "2026-11-23 "] {
            #expect(try result(text) == "\(CaseRefusal.dateMissing(field: field))")
        }
    }

    @Test func `the refusals are looked for in the order of the method`() throws {
        let noDate = ["rechecked_on": String?.none]
        let wrong = CaseExample.actor(.cityOfficer)
        let right = CaseExample.actor(.branchOfficer)
        #expect(
            try outcome(.recheck, at: .found, by: wrong, seenStep: 5, changing: noDate)
                == "\(CaseRefusal.wrongRole(needed: .branchOfficer))")
        #expect(
            try outcome(.recheck, at: .found, by: right, seenStep: 5, changing: noDate)
                == "\(CaseRefusal.overtaken(state: .found))")
        #expect(
            try outcome(.recheck, at: .found, by: right, changing: noDate)
                == "\(CaseRefusal.wrongState(action: .recheck, state: .found))")
        #expect(
            try outcome(.recheck, at: .reported, by: right, changing: noDate)
                == "\(CaseRefusal.dateMissing(field: "rechecked_on"))")
    }

    @Test func `whoever re-checked may not close`() throws {
        let same = CaseExample.actor(.cityOfficer, "P-recheck")
        #expect(try outcome(.close, at: .rechecked, by: same) == "\(CaseRefusal.sameOfficer)")
        #expect(try outcome(.close, at: .rechecked, by: CaseExample.actor(.cityOfficer, "P-check")) == "closed")
    }

    @Test func `the worked due times of the method come out as written`() throws {
        let rows = try RepositoryFile.table("| entered state | at | due |", in: Self.method)
        #expect(Set(rows.map { $0[0] }).count == 8)
        for row in rows {
            let state = try #require(CaseState(rawValue: row[0]))
            let parts = row[1].split(whereSeparator: { " :".contains($0) })
            let start = Instant(startOf: try #require(CivilDate(parts[0])))
                .adding(minutes: 60 * (try #require(Int64(parts[1]))) + (try #require(Int64(parts[2]))))
            let due = ClosedLoop.due(in: state, from: start, dates: nil, rules: try CaseExample.rules())
            #expect(due?.civil.minuteText ?? "none" == row[2], "\(row)")
        }
    }

    @Test(arguments: ["2026-11-27", "2026-12-06", "2026-12-27"])
    func `after an order the report is due at the end of the day it names, day off or not`(text: String) throws {
        let subject = CaseExample.subject(at: .checked)
        let step = try ClosedLoop.take(
            .order, on: subject, seenStep: 4, form: ["rectify_by": text], by: CaseExample.actor(.branchOfficer),
            at: CaseExample.opened.adding(hours: 4 * 24), rules: CaseExample.rules())
        #expect(step.due == Instant(startOf: try #require(CivilDate(text)).adding(days: 1)))
    }
}
