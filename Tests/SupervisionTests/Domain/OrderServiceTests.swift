import Kernel
import Testing
import Web

@testable import Supervision

struct OrderServiceTests {
    private static func taken(
        _ action: CaseAction, _ subject: SupervisionCase, day: Int64, changing: [String: String] = [:]
    ) throws -> Step {
        try ClosedLoop.take(
            action, on: subject, seenStep: subject.steps.count,
            form: CaseExample.form(of: action).merging(changing) { $1 }, by: CaseExample.actor(.branchOfficer),
            at: StepMoment(
                now: CaseExample.opened.adding(hours: 24 * day), rules: CaseExample.rules(),
                officers: CaseExample.officers(["P1", "P-SECOND"]), paper: PaperGround(files: [CaseExample.file])))
    }

    /// The check was written down on Thursday 2026-11-26; Friday is off, Saturday worked.
    @Test(arguments: [(5, "2026-12-01 24:00"), (12, "2026-12-09 24:00")] as [(Int64, String)])
    func `an order is to be served within three working days of the record, or of itself when it is late`(
        day: Int64, due: String
    ) throws {
        let order = try Self.taken(.order, CaseExample.subject(at: .confirmed), day: day)
        #expect(order.due?.termText == due && order.form[ClosedLoop.serveByField] == due)
    }

    @Test func `the order's own days count from the record of the check, not from the qualification`() throws {
        let qualified = try Self.taken(.qualify, CaseExample.subject(at: .checked), day: 5)
        #expect(qualified.due?.civil.minuteText == "2026-12-02 00:00")
    }

    @Test func `until it is served the branch owes the service, from then on the enterprise its report`() throws {
        let owed = CaseExample.subject(at: .ordered, isServiceOwed: true)
        #expect(ClosedLoop.duty(of: owed)?.action == .serve && ClosedLoop.duty(of: owed)?.role == .branchOfficer)
        let late = CaseExample.subject(at: .ordered, isOvertime: true, isServiceOwed: true)
        #expect(ClosedLoop.duty(of: late)?.action == .serve && ClosedLoop.duty(of: late)?.role == .cityOfficer)
        let step = try Self.taken(.serve, owed, day: 6)
        #expect(step.due?.civil.minuteText == "2026-12-11 00:00" && step.to == .ordered)
        let served = CaseExample.subject(at: .ordered, more: [step], isServiceOwed: true)
        #expect(ClosedLoop.duty(of: served)?.action == .report && !served.isUnserved)
        // The branch may come unseen before the enterprise has reported anything.
        #expect(ClosedLoop.openActions(of: served, by: .branchOfficer, at: CaseExample.opened).contains(.recheck))
        #expect(!ClosedLoop.openActions(of: owed, by: .branchOfficer, at: CaseExample.opened).contains(.recheck))
    }

    @Test func `served after the day it names, an order leaves as many days as it gave`() throws {
        let owed = CaseExample.subject(at: .ordered, isServiceOwed: true)
        let step = try Self.taken(.serve, owed, day: 18, changing: ["served_on": "2026-12-11"])
        // Ordered on the 28th for the 10th: twelve days.
        #expect(step.due?.civil.minuteText == "2026-12-24 00:00")
        let served = CaseExample.subject(at: .ordered, more: [step], isServiceOwed: true)
        #expect(served.rectifyBy == CivilDate("2026-12-23"))
    }

    /// Thirty days behind the 29th lie on Tuesday 2026-12-29, behind the 28th on Monday.
    @Test(arguments: [("2026-11-29", "2026-12-30 00:00"), (nil, "2026-12-29 00:00")] as [(String?, String)])
    func `the thirty days of the re-check run from the service, of an earlier program's order from its own day`(
        served: String?, due: String
    ) throws {
        let service = CaseExample.step(
            .serve, from: .ordered, to: .ordered, number: 7, changing: ["served_on": served ?? ""])
        let subject = CaseExample.subject(at: .ordered, more: served == nil ? [] : [service])
        let report = try ClosedLoop.take(
            .report, on: subject, seenStep: subject.steps.count, form: CaseExample.form(of: .report),
            by: CaseExample.actor(.enterpriseManager),
            at: StepMoment(now: CaseExample.opened.adding(hours: 240), rules: CaseExample.rules(), officers: []))
        #expect(report.due?.civil.minuteText == due)
        #expect(ClosedLoop.recheckBy(of: subject, rules: try CaseExample.rules()) == report.due)
    }

    @Test func `a service that is recorded after the report moves the clock of the re-check`() throws {
        let reported = CaseExample.subject(at: .reported, isServiceOwed: true)
        let step = try Self.taken(.serve, reported, day: 8, changing: ["served_on": "2026-11-30"])
        #expect(step.due?.civil.minuteText == "2026-12-31 00:00" && step.to == .reported)
    }

    @Test(
        arguments: [
            (7, .branchOfficer, 5 * 24, .unknown), (1, .enterpriseManager, 5 * 24, .ofEnterprise),
            (1, .cityOfficer, 5 * 24, nil),
        ] as [(Int, Role, Int64, ProofLack?)])
    func `a service is proved by a file that the office filed after the order`(
        number: Int, role: Role, hours: Int64, lack: ProofLack?
    ) throws {
        try expect(lack, of: number, role, at: CaseExample.opened.adding(hours: hours))
    }

    @Test func `a file from before the order proves no service of it`() throws {
        let ordered = CaseExample.opened.adding(hours: 24 * 5)
        try expect(.beforeOrder(ordered), of: 1, .branchOfficer, at: ordered.adding(milliseconds: -1))
        // Nobody is offered what would be refused.
        let owed = CaseExample.subject(at: .ordered, isServiceOwed: true)
        let field = ServiceFields.shownProof([CaseExample.file, Self.file(.enterpriseManager, ordered)], of: owed)
        #expect(field.kind == .choice(["1"]))
    }

    private static func file(_ role: Role, _ at: Instant) -> EvidenceFile {
        let known = CaseExample.file
        return EvidenceFile(
            number: known.number, name: known.name, kind: known.kind, size_bytes: known.size_bytes,
            sha256: known.sha256, note: known.note, actor: known.actor, actorName: known.actorName, role: role, at: at)
    }

    private func expect(_ lack: ProofLack?, of number: Int, _ role: Role, at moment: Instant) throws {
        let owed = CaseExample.subject(at: .ordered, isServiceOwed: true)
        let form = CaseExample.form(of: .serve).merging(["proof": "\(number)"]) { $1 }
        let found = Result { () throws(CaseRefusal) in
            try ClosedLoop.checkService(.serve, form, on: owed, files: [Self.file(role, moment)])
        }
        switch found {
        case .success: #expect(lack == nil)
        case .failure(let refusal): #expect(lack.map { .proofUnfit($0) } == refusal)
        }
    }

    @Test(
        arguments: [
            ("direct", "", "served_at"), ("electronic", "25:00", "served_at"), ("mail", "9:00", "served_at"),
            ("mail", "", nil), ("notice", "", nil), ("left", "10:00", nil),
        ] as [(String, String, String?)])
    func `a service bears its minute but where a receipt of mail, or a notice, bears a day only`(
        way: String, minute: String, field: String?
    ) throws {
        let owed = CaseExample.subject(at: .ordered, isServiceOwed: true)
        let changes = ["served_how": way, "served_at": minute]
        do {
            _ = try Self.taken(.serve, owed, day: 6, changing: changes)
            #expect(field == nil)
        } catch let refusal as CaseRefusal { #expect(refusal == field.map { .timeUnfit(field: $0) }) }
    }

    /// Published on Monday 2026-11-30; thirty days are over with the 30th of December.
    @Test func `a public notice counts when its term is over, and nothing is re-checked before`() throws {
        let owed = CaseExample.subject(at: .ordered, isServiceOwed: true)
        let step = try Self.taken(
            .serve, owed, day: 8, changing: ["served_how": "notice", "served_on": "2026-11-30", "served_at": ""])
        #expect(step.form[OrderService.countsFromField] == "2026-12-30")
        // Ordered on the 28th of November for the 10th: twelve days.
        #expect(step.due?.civil.minuteText == "2027-01-12 00:00")
        let served = CaseExample.subject(at: .ordered, more: [step], isServiceOwed: true)
        #expect(served.orderCountsFrom == CivilDate("2026-12-30") && !served.isUnserved)
        let over = Instant(startOf: try #require(CivilDate("2026-12-31")))
        #expect(throws: CaseRefusal.timeTooEarly(field: "rechecked_on", after: over)) {
            try Self.taken(.recheck, served, day: 20, changing: ["rechecked_on": "2026-12-13"])
        }
        #expect(try Self.taken(.recheck, served, day: 38, changing: ["rechecked_on": "2026-12-31"]).to == .rechecked)
    }
}
