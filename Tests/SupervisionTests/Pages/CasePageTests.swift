import Facts
import Kernel
import TestMaterial
import Testing
import Web

@testable import Supervision

struct CasePageTests {
    private func page(
        _ state: CaseState, by role: Role, isWithdrawn: Bool = false, evidence: CaseEvidence? = .example,
        late: Bool = false, ended: Bool = true, mergedInto: String? = nil, heir: CaseID? = nil,
        isProvisional: Bool = false, isJoined: Bool = false
    ) throws -> CasePage {
        let episode = CaseExample.episode(
            ended: ended, isWithdrawn: isWithdrawn || mergedInto != nil, mergedInto: mergedInto,
            isProvisional: isProvisional)
        let handed = CaseExample.step(.handOver, from: state, to: state, number: 20)
        let subject = CaseExample.subject(
            at: state, episodes: isJoined ? [episode, CaseExample.episode("EX3", isWithdrawn: true)] : [episode],
            isOvertime: late, occurrence: isJoined ? 3 : 1, more: isJoined ? [handed] : [],
            reopenedAt: isJoined ? CaseExample.opened : nil)
        return CasePage(
            subject: subject, place: .example, evidence: evidence,
            heir: heir, officers: CaseExample.officers(["P1", "P-SECOND", "P-NONE"]),
            files: isJoined ? EvidenceKind.allCases.map { PaperPageTests.file($0) } : [], windows: [.example],
            rules: try CaseExample.rules(),
            actor: CaseExample.actor(role), now: CaseExample.opened.adding(hours: late ? 301 : 1), refused: nil)
    }

    @Test func `in every state, for every role and in both languages the page has all its words`() throws {
        var walk = try TemplateWalk(CasePage.template)
        for state in CaseState.allCases {
            for role in [Role.cityOfficer, .branchOfficer, .enterpriseManager] {
                for language in Language.allCases {
                    try walk.walk(page(state, by: role).view(language))
                    try walk.walk(
                        page(state, by: role, isWithdrawn: true, evidence: nil, late: true).view(language))
                    #expect(try !page(state, by: role).title(language).isEmpty)
                }
            }
        }
        for language in Language.allCases {
            for heir in [nil, CaseID(checked: "2026-0002")] {
                try walk.walk(page(.warned, by: .branchOfficer, mergedInto: "EX2", heir: heir).view(language))
            }
            try walk.walk(page(.reported, by: .branchOfficer, ended: false).view(language))
            try walk.walk(page(.answered, by: .cityOfficer, late: true).view(language))
            try walk.walk(page(.checked, by: .branchOfficer, isProvisional: true, isJoined: true).view(language))
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test(arguments: CaseState.allCases) func `only the role in charge is shown the form`(state: CaseState) throws {
        for role in Role.allCases {
            let page = try page(state, by: role)
            let mayAct = page.view(.english)["mayAct"] as? Bool
            #expect(mayAct == ClosedLoop.duty(of: page.subject).map { $0.role == role })
        }
    }

    @Test func `a clock that ran out is said so`() throws {
        for (late, tag) in [(false, "open"), (true, "late")] {
            #expect(try page(.found, by: .cityOfficer, late: late).view(.english)["dueTag"] as? String == tag)
        }
    }

    @Test(arguments: [("2026-12-31", false), ("2027-01-04", true)])
    func `a clock counted into a year without a notice is marked as a design value`(day: String, isMarked: Bool) throws
    {
        let due = Instant(startOf: try #require(CivilDate(day)))
        // The order's three working days are verified; only the calendar is not.
        let subject = CaseExample.subject(at: .confirmed, due: due)
        let view = CasePage(
            subject: subject, place: .example, evidence: nil, heir: nil, officers: [], files: [], windows: [],
            rules: try CaseExample.rules(), actor: CaseExample.actor(.branchOfficer), now: CaseExample.opened,
            refused: nil
        ).view(.english)
        #expect(view["isUncertain"] as? Bool == isMarked)
        #expect((view["certainty"] as? String)?.contains("design value") == isMarked)
    }

    @Test func `the list has all its words, empty and full, in both languages`() throws {
        var walk = try TemplateWalk(CaseListPage.template)
        let cases = CaseState.allCases.map { (subject: CaseExample.subject(at: $0), place: CasePlace.example) }
        let filter = CaseFilter(
            states: [.found], after: nil, region: RegionCode(checked: "330602"), outlet: OutletID(checked: "O1"),
            openedFrom: CivilDate(dayNumber: 0), openedTo: CivilDate(dayNumber: 9))
        for (shown, next) in [([], nil), (cases, "/cases?state=open&after=1-2026-0001")] {
            for language in Language.allCases {
                let page = CaseListPage(
                    cases: shown, choice: "open", filter: filter, next: next,
                    now: CaseExample.opened.adding(hours: 301))
                try walk.walk(page.view(language))
            }
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test(arguments: CaseAction.allCases)
    func `the page of a form has all its words in both languages`(action: CaseAction) throws {
        var walk = try TemplateWalk(StepPage.template)
        for state in CaseState.allCases {
            let asked = CaseExample.step(.askTime, from: state, to: state, number: 20)
            for subject in [CaseExample.subject(at: state), CaseExample.subject(at: state, more: [asked])] {
                for language in Language.allCases {
                    let form = StepForm(
                        action: action, subject: subject, officers: CaseExample.officers(["P-SECOND"]),
                        windows: [.example], actor: CaseExample.actor(.branchOfficer), now: CaseExample.opened,
                        refused: nil)
                    let page = StepPage(form: form, place: .example, rules: try CaseExample.rules())
                    try walk.walk(page.view(language))
                    #expect(!page.title(language).isEmpty && page.content.action == action.rawValue)
                }
            }
        }
        #expect(walk.problems == [])
    }

    @Test func `a program reads what a person sees`() throws {
        let content = try page(.answered, by: .branchOfficer).content
        #expect(content.number == "〔2026〕1号" && content.state == "answered" && content.seenStep == 2)
        #expect(content.nextAction == "accept" && content.nextRole == "branch-officer")
        #expect(content.openedAt == "2026-11-23T10:00:00.000+08:00")
        #expect(content.actions.contains("accept"))
        #expect(content.steps.map(\.action) == ["warn", "answer"])
        #expect(try page(.closed, by: .cityOfficer).content.nextAction == nil)
    }

    @Test(arguments: ["0", "0.43"])
    func `where no multiple is counted the data hold none, with the reason`(multiple: String) throws {
        let counted = try #require(DecimalNumber(multiple))
        let extent = CaseExample.extent(multiple: counted)
        #expect(extent.countedMultiple == (multiple == "0" ? nil : multiple))
        #expect((extent.noMultiple == nil) == (multiple != "0"))
    }
}
