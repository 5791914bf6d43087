import Facts
import Kernel
import Testing

@testable import Supervision

struct StepTimesTests {
    /// 10:00 on 2026-11-28.
    private static let now = CaseExample.opened.adding(hours: 24 * 5)

    /// Where an action starts; faults are of an exceedance whose only hour has just ended.
    private static func subject(for action: CaseAction) -> SupervisionCase {
        let extent = ExceedanceExtent(
            firstHour: now.adding(hours: -1), lastHour: now.adding(hours: -1), hours: 1, peak: DecimalNumber(50),
            limit: DecimalNumber(35), multiple: DecimalNumber(1), level: .yellow, ended: true)
        let episode = CaseEpisode(
            episode: EpisodeID(checked: "EX1"), pollutant: .sulphurDioxide, extent: extent, isWithdrawn: false,
            mergedInto: nil, traits: EpisodeTraits(averaging: .hour, isProvisional: false, isToxic: false))
        return switch action {
        case .check: CaseExample.subject(at: .accepted)
        case .recheck: CaseExample.subject(at: .reported)
        default: CaseExample.subject(at: .warned, episodes: [episode])
        }
    }

    private static func refused(_ action: CaseAction, _ changes: [String: String]) throws -> CaseRefusal? {
        let form = CaseExample.form(of: action).merging(changes) { $1 }
        do {
            _ = try StepTimes(of: action, in: form, on: subject(for: action), now: now, rules: CaseExample.rules())
            return nil
        } catch let refusal as CaseRefusal {
            return refusal
        }
    }

    @Test(
        arguments: [
            ("2026-11-28", "09:00", "10:01", nil), ("2026-11-28", "09:00", "10:02", "ended"),
            ("2026-11-27", "23:30", "00:40", nil), ("2026-11-28", "23:30", "00:40", "ended"),
            ("2026-11-27", "09:00", "09:00", "ended"), ("2026-11-27", "9:00", "09:30", "began"),
            ("2026-11-27", "24:00", "09:30", "began"), ("2026-11-27", "09:00", "09:60", "ended"),
            ("2026-11-27", "09:00", "", "ended"),
        ] as [(String, String, String, String?)])
    func `a check has hours that have passed, over midnight too`(
        day: String, began: String, ended: String, field: String?
    ) throws {
        let found = try Self.refused(.check, ["checked_on": day, "began": began, "ended": ended])
        #expect(found == field.map { .timeUnfit(field: $0) })
    }

    @Test(
        arguments: [
            ([:], nil), (["shown": "false"], "shown"), (["signature": "refused"], "refusal"),
            (["signature": "absent", "refusal": "示例"], nil),
        ] as [([String: String], String?)])
    func `a check shows certificates and is signed, or says why not`(
        changes: [String: String], field: String?
    ) throws {
        #expect(try Self.refused(.check, changes) == field.map { .recordLacks(field: $0) })
        // A covert re-check shows nothing to anybody.
        let covert = [
            "rechecked_on": "2026-11-28", "began": "10:00", "ended": "10:01", "shown": "", "present": "",
            "signature": "",
        ]
        #expect(try Self.refused(.recheck, covert) == nil)
    }

    @Test(arguments: [
        ("2026-11-27", "22", "2026-11-28 10:00", "false"), ("2026-11-27", "21", "2026-11-28 09:00", "true"),
        ("2026-11-21", "08", "2026-11-21 20:00", "true"),
    ])
    func `twelve hours run from the fault, and a later report is noted as late`(
        day: String, hour: String, due: String, late: String
    ) throws {
        let form = CaseExample.form(of: .reportFault).merging(
            ["broke_on": day, "broke_at": hour, "substitute_on": "2026-11-28"]
        ) { $1 }
        let times = try StepTimes(
            of: .reportFault, in: form, on: Self.subject(for: .reportFault), now: Self.now, rules: CaseExample.rules())
        #expect(times.form == ["fault_due": due, "fault_late": late])
    }

    @Test func `a fault lies behind`() throws {
        let ahead = ["broke_on": "2026-11-28", "broke_at": "11"]
        #expect(try Self.refused(.reportFault, ahead) == .timeUnfit(field: "broke_at"))
    }

    @Test(
        arguments: [
            (["substitute": "每日人工监测"], .noSubstitute(field: "substitute")),
            (["substitute_by": "待定。"], .noSubstitute(field: "substitute_by")),
            (["substitute_by": "不安排"], .noSubstitute(field: "substitute_by")),
            (["substitute_on": ""], .noSubstitute(field: "substitute_on")),
            (["substitute": "instrument", "substitute_on": ""], .noSubstitute(field: "substitute_on")),
            (
                ["substitute": "stopped", "substitute_by": "", "substitute_on": ""],
                .noSubstitute(field: "substitute_by")
            ),
            (["substitute": "stopped", "substitute_by": "11月23日停产", "substitute_on": ""], nil),
            (["substitute_by": "无锡示例检测公司"], nil), (["substitute_on": "2026-11-29"], nil),
            (
                ["substitute_on": "2026-11-30"],
                .dateOutOfRange(
                    field: "substitute_on", from: CaseExample.opened.civil.date,
                    to: now.civil.date.adding(days: 1))
            ),
        ] as [([String: String], CaseRefusal?)])
    func `while a device is broken somebody named measures by a named method, from a day on`(
        changes: [String: String], refusal: CaseRefusal?
    ) throws {
        #expect(try Self.refused(.reportFault, changes) == refusal)
    }

    /// The exceedance has the hours 7 and 8 of the day.
    @Test(
        arguments: [
            (.warned, "06", false), (.warned, "08", false), (.warned, "09", true), (.faulty, "07", false),
            (.faulty, "08", true),
        ] as [(CaseState, String, Bool)])
    func `a fault explains hours from its own on, and all of them once the case is one of a fault`(
        state: CaseState, hour: String, isRefused: Bool
    ) throws {
        let form = CaseExample.form(of: .reportFault).merging(["broke_at": hour]) { $1 }
        let subject = CaseExample.subject(at: state)
        let last = CaseExample.opened.adding(hours: state == .faulty ? -3 : -2)
        let rules = try CaseExample.rules()
        let found = Result { () throws(CaseRefusal) in
            try StepTimes(of: .reportFault, in: form, on: subject, now: Self.now, rules: rules)
        }
        switch found {
        case .success: #expect(!isRefused)
        case .failure(let refusal): #expect(isRefused && refusal == .faultLater(field: "broke_at", last: last))
        }
    }

    /// The case was opened, and the order made, at ten.
    @Test(
        arguments: [
            (CaseAction.check, "2026-11-23", "09:59", "2026-11-23 10:00"), (.check, "2026-11-23", "10:00", nil),
            (.recheck, "2026-11-28", "09:59", "2026-11-28 10:00"), (.recheck, "2026-11-28", "10:00", nil),
        ] as [(CaseAction, String, String, String?)])
    func `a check is of what was found, a re-check of what was ordered`(
        action: CaseAction, day: String, began: String, earliest: String?
    ) throws {
        let field = try #require(ClosedLoop.onSiteField(of: action))
        let found = try Self.refused(action, [field: day, "began": began, "ended": "10:01"])
        guard case .timeTooEarly(let named, let after) = found else {
            #expect(found == nil && earliest == nil)
            return
        }
        #expect(named == "began" && after.civil.minuteText == earliest)
    }

    @Test func `a reopened case is checked again after it was reopened`() throws {
        let reopened = CaseExample.opened.adding(hours: 25)
        let subject = CaseExample.subject(at: .accepted, reopenedAt: reopened)
        let form = CaseExample.form(of: .check).merging(["began": "10:59", "ended": "11:30"]) { $1 }
        #expect(throws: CaseRefusal.timeTooEarly(field: "began", after: reopened)) {
            try StepTimes(of: .check, in: form, on: subject, now: Self.now, rules: CaseExample.rules())
        }
    }

    /// 2026-11-20 is a Friday: Monday to Thursday, and Saturday the 28th, which is worked.
    @Test func `five working days run from the fault, also after a repair that was not confirmed`() throws {
        let rules = try CaseExample.rules()
        func due(_ action: CaseAction, _ subject: SupervisionCase, by role: Role, outcome: String? = nil) throws
            -> String?
        {
            let form = CaseExample.form(of: action, outcome: outcome).merging(
                action == .reportFault ? ["broke_on": "2026-11-20"] : [:]
            ) { $1 }
            return try ClosedLoop.take(
                action, on: subject, seenStep: subject.steps.count, form: form, by: CaseExample.actor(role),
                at: StepMoment(now: Self.now, rules: rules, officers: [])
            ).due?.civil.minuteText
        }
        #expect(
            try due(.reportFault, CaseExample.subject(at: .faulty), by: .enterpriseManager) == "2026-11-29 00:00")
        // In the examples it broke on Monday the 23rd.
        #expect(
            try due(.confirm, CaseExample.subject(at: .repaired), by: .branchOfficer, outcome: "false")
                == "2026-12-01 00:00")
    }
}
