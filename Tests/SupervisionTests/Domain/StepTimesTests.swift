import Kernel
import Testing

@testable import Supervision

struct StepTimesTests {
    /// 10:00 on 2026-11-28.
    private static let now = CaseExample.opened.adding(hours: 24 * 5)

    private static func refused(_ action: CaseAction, _ changes: [String: String]) throws -> CaseRefusal? {
        let form = CaseExample.form(of: action).merging(changes) { $1 }
        do {
            _ = try StepTimes(of: action, in: form, now: now, rules: CaseExample.rules())
            return nil
        } catch let refusal as CaseRefusal {
            return refusal
        }
    }

    @Test(
        arguments: [
            ("2026-11-28", "09:00", "10:00", nil), ("2026-11-28", "09:00", "10:01", "ended"),
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
        let covert = ["rechecked_on": "2026-11-27", "shown": "", "present": "", "signature": ""]
        #expect(try Self.refused(.recheck, covert) == nil)
    }

    @Test(arguments: [
        ("2026-11-27", "22", "2026-11-28 10:00", "false"), ("2026-11-27", "21", "2026-11-28 09:00", "true"),
        ("2026-11-21", "08", "2026-11-21 20:00", "true"),
    ])
    func `twelve hours run from the fault, and a later report is noted as late`(
        day: String, hour: String, due: String, late: String
    ) throws {
        let form = CaseExample.form(of: .reportFault).merging(["broke_on": day, "broke_at": hour]) { $1 }
        let times = try StepTimes(of: .reportFault, in: form, now: Self.now, rules: CaseExample.rules())
        #expect(times.form == ["fault_due": due, "fault_late": late])
    }

    @Test func `a fault lies behind, and something is measured meanwhile`() throws {
        let ahead = ["broke_on": "2026-11-28", "broke_at": "11"]
        #expect(try Self.refused(.reportFault, ahead) == .timeUnfit(field: "broke_at"))
        for text in ["", " ", "无", "无。", "暂无", "None", "N/A", "—"] {
            #expect(try Self.refused(.reportFault, ["substitute": text]) == .noSubstitute, "\(text)")
        }
        #expect(try Self.refused(.reportFault, ["substitute": "无组织排放每日人工监测4次"]) == nil)
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
