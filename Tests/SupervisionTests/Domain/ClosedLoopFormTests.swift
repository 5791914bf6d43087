import Facts
import Kernel
import TestMaterial
import Testing

@testable import Supervision

struct ClosedLoopFormTests {
    private func refused(
        _ action: CaseAction, at state: CaseState, by actor: Actor, day: Int64, changing: [String: String] = [:],
        more: [Step] = [], result: String? = nil, officers: [String] = ["P1", "P-SECOND"]
    ) throws -> CaseRefusal? {
        let subject = CaseExample.subject(at: state, more: more)
        do {
            _ = try ClosedLoop.take(
                action, on: subject, seenStep: subject.steps.count,
                form: CaseExample.form(of: action, outcome: result).merging(changing) { $1 }, by: actor,
                at: StepMoment(
                    now: CaseExample.opened.adding(hours: 24 * day), rules: CaseExample.rules(),
                    officers: CaseExample.officers(officers), paper: PaperGround(files: [CaseExample.file])))
            return nil
        } catch let refusal as CaseRefusal {
            return refusal
        }
    }

    /// The days are counted from the day the case was opened, 2026-11-23; a step was taken each day from then on.
    @Test(
        arguments: [
            (.check, .accepted, "checked_on", 9, "2026-11-23", "2026-12-02", false),
            (.check, .accepted, "checked_on", 0, "2026-11-23", "2026-11-23", false),
            (.order, .confirmed, "rectify_by", 5, "2026-11-28", "2026-12-28", true),
            (.order, .failed, "rectify_by", 8, "2026-12-01", "2026-12-31", true),
            (.report, .ordered, "completed_on", 9, "2026-11-28", "2026-12-02", false),
            (.serve, .ordered, "served_on", 9, "2026-11-28", "2026-12-02", false),
            (.recheck, .reported, "rechecked_on", 9, "2026-11-28", "2026-12-02", false),
            (.repair, .repairing, "repaired_on", 9, "2026-11-28", "2026-12-02", false),
            (.askTime, .ordered, "until", 6, "2026-12-05", "2026-12-27", true),
        ] as [(CaseAction, CaseState, String, Int64, String, String, Bool)])
    func `a date is taken on its bounds and refused a day beyond, a term beyond the law as that`(
        action: CaseAction, state: CaseState, field: String, day: Int64, first: String, last: String, isTerm: Bool
    ) throws {
        let (from, to) = (try #require(CivilDate(first)), try #require(CivilDate(last)))
        let stand = try #require(ClosedLoop.passages.first { $0.from == state && $0.action == action })
        let actor = CaseExample.actor(ClosedLoop.role(of: stand.owner, on: CaseExample.subject(at: state)))
        func result(_ text: String) throws -> CaseRefusal? {
            // On the days of the bounds the minute counts as well: the case was opened, and the order made, at ten.
            let minutes = ["began": "10:00", "ended": "10:01"]
            return try refused(action, at: state, by: actor, day: day, changing: minutes.merging([field: text]) { $1 })
        }
        for date in [from, to] { #expect(try result(date.description) == nil) }
        let outside = CaseRefusal.dateOutOfRange(field: field, from: from, to: to)
        #expect(try result(from.adding(days: -1).description) == outside)
        #expect(
            try result(to.adding(days: 1).description)
                == (isTerm ? .beyondTheLaw(field: field, last: to) : outside))
        for text in ["", "2026-02-30", "23/11/2026", "2026-11-23 "] {
            #expect(try result(text) == .dateMissing(field: field))
        }
    }

    @Test func `a fault lies no more than seven days before its case`() throws {
        let manager = CaseExample.actor(.enterpriseManager)
        for (day, isTaken) in [("2026-11-15", false), ("2026-11-16", true), ("2026-02-30", false)] {
            let found = try refused(.reportFault, at: .faulty, by: manager, day: 5, changing: ["broke_on": day])
            #expect((found == nil) == isTaken && (isTaken || [.date, .dateRange].contains(found?.rule)), "\(day)")
        }
    }

    @Test func `more time is granted to a lawful day, once for each request`() throws {
        let asked = CaseExample.step(.askTime, from: .ordered, to: .ordered, number: 7)
        let late = CaseExample.step(
            .askTime, from: .ordered, to: .ordered, number: 7, changing: ["until": "2026-12-28"])
        let officer = CaseExample.actor(.branchOfficer)
        let lawful = try #require(CivilDate("2026-12-27"))
        #expect(try refused(.decideTime, at: .ordered, by: officer, day: 7, more: [asked], result: "true") == nil)
        #expect(
            try refused(.decideTime, at: .ordered, by: officer, day: 7, more: [late], result: "true")
                == .beyondTheLaw(field: "granted", last: lawful))
        #expect(try refused(.decideTime, at: .ordered, by: officer, day: 7, more: [late], result: "false") == nil)
        let decided = CaseExample.step(.decideTime, from: .ordered, to: .ordered, number: 8, outcome: "false")
        #expect(
            try refused(.decideTime, at: .ordered, by: officer, day: 8, more: [asked, decided])
                == .wrongState(action: .decideTime, state: .ordered))
        let manager = CaseExample.actor(.enterpriseManager)
        #expect(try refused(.askTime, at: .ordered, by: manager, day: 7, more: [asked]) == .tooLate)
        #expect(try refused(.askTime, at: .ordered, by: manager, day: 13) == .tooLate)
    }

    @Test func `granted time moves the clock to the end of the day it names`() throws {
        let rules = try CaseExample.rules()
        let asked = CaseExample.step(.askTime, from: .ordered, to: .ordered, number: 7)
        let subject = CaseExample.subject(at: .ordered, more: [asked])
        func taken(_ action: CaseAction, _ subject: SupervisionCase, _ form: [String: String]) throws -> Step {
            try ClosedLoop.take(
                action, on: subject, seenStep: subject.steps.count, form: form, by: CaseExample.actor(.branchOfficer),
                at: StepMoment(
                    now: CaseExample.opened.adding(hours: 24 * 7), rules: rules, officers: []))
        }
        let granted = try taken(.decideTime, subject, ["granted": "true", "opinion": "x"])
        #expect(granted.due == Instant(startOf: try #require(CivilDate("2026-12-16"))) && granted.to == .ordered)
        let denied = try taken(.decideTime, subject, ["granted": "false", "opinion": "x"])
        #expect(denied.due == subject.due)
    }

    @Test func `a correction is of all that exceeds, as far as its days and hours are left out`() throws {
        let subject = CaseExample.subject(at: .mismarked)
        let (now, rules) = (CaseExample.opened.adding(hours: 48), try CaseExample.rules())
        let all = StatedHours(of: subject, by: now)
        for given in [
            [:], ["first_day": "2026-11-23", "first_hour": "", "last_day": "2026-11-23", "last_hour": ""],
            ["first_day": "", "first_hour": "07", "last_day": "", "last_hour": ""],
        ] {
            let form = CaseExample.form(of: .correctMark).merging(given) { $1 }
            #expect(try StatedHours(of: .correctMark, in: form, on: subject, now: now, rules: rules) == all)
        }
    }

    @Test(arguments: [(0, nil), (1, nil), (2, "2026-11-24 12:00")] as [(Int64, String?)])
    func `hours are marked until noon of the next day`(day: Int64, until: String?) throws {
        let found = try refused(.mark, at: .warned, by: CaseExample.actor(.enterpriseManager), day: day)
        if let until {
            guard case .markTooLate(let moment) = found else {
                Issue.record("\(String(describing: found))")
                return
            }
            #expect(moment.civil.minuteText == until)
        } else {
            #expect(found == nil)
        }
    }

    @Test(
        arguments: [(CaseAction.check, CaseState.accepted, 3), (.recheck, .reported, 7)]
            as [(CaseAction, CaseState, Int64)])
    func `a step on site takes two officers with valid certificates of this region`(
        action: CaseAction, state: CaseState, day: Int64
    ) throws {
        let dayText = action == .check ? "2026-11-24" : "2026-11-30"
        let on = try #require(CivilDate(dayText))
        func result(_ actor: String, _ companion: String, _ officers: [String]) throws -> CaseRefusal? {
            try refused(
                action, at: state, by: CaseExample.actor(.branchOfficer, actor), day: day,
                changing: ["companion": companion], officers: officers)
        }
        let all = ["P1", "P-SECOND", "P-NONE", "P-OLD"]
        #expect(try result("P1", "P-SECOND", all) == nil)
        #expect(try result("P1", "P1", all) == .companionIsSelf)
        #expect(try result("P1", "P-STRANGER", all) == .companionUnknown)
        #expect(try result("P1", "李同行", all) == .companionUnknown)
        #expect(try result("P1", "", all) == .choiceMissing(field: "companion"))
        for person in ["P-NONE", "P-OLD"] {
            #expect(
                try result("P1", person, all)
                    == .noCertificate(name: "示例人员 \(person)", day: on, field: "companion"))
            #expect(
                try result(person, "P-SECOND", all)
                    == .noCertificate(name: "示例人员 \(person)", day: on, field: nil))
        }
        let subject = CaseExample.subject(at: state)
        let step = try ClosedLoop.take(
            action, on: subject, seenStep: subject.steps.count, form: CaseExample.form(of: action),
            by: CaseExample.actor(.branchOfficer),
            at: StepMoment(
                now: CaseExample.opened.adding(hours: 24 * day), rules: CaseExample.rules(),
                officers: CaseExample.officers(all)))
        #expect(step.form["certificate"] == "SL-P1" && step.form["companion_certificate"] == "SL-P-SECOND")
        #expect(step.form["companion_name"] == "示例人员 P-SECOND")
    }

    @Test func `whoever re-checked, confirmed or qualified may not close`() throws {
        for (state, action) in [(CaseState.rechecked, "P-recheck"), (.cleared, "P-qualify")] {
            let same = CaseExample.actor(.cityOfficer, action)
            #expect(try refused(.close, at: state, by: same, day: 9) == .sameOfficer())
            #expect(try refused(.close, at: state, by: CaseExample.actor(.cityOfficer, "P-check"), day: 9) == nil)
        }
    }
}
