import Facts
import Kernel
import TestMaterial
import Testing
import Web

@testable import Supervision

struct CasePageTests {
    private func page(
        _ state: CaseState, by role: Role, isWithdrawn: Bool = false, evidence: CaseEvidence? = .example,
        late: Bool = false, ended: Bool = true, mergedInto: String? = nil, heir: CaseID? = nil
    ) throws -> CasePage {
        var subject = CaseExample.subject(at: state, isWithdrawn: isWithdrawn || mergedInto != nil, ended: ended)
        subject.mergedInto = mergedInto.flatMap { EpisodeID($0) }
        return CasePage(
            subject: subject, place: .example, evidence: evidence,
            heir: heir, rules: try CaseExample.rules(), actor: CaseExample.actor(role),
            now: CaseExample.opened.adding(hours: late ? 301 : 1), refused: nil)
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
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test(arguments: CaseState.allCases) func `only the role in charge is shown the form`(state: CaseState) throws {
        for role in Role.allCases {
            let mayAct = try page(state, by: role).view(.english)["mayAct"] as? Bool
            #expect(mayAct == ClosedLoop.passage(from: state).map { $0.role == role })
        }
    }

    @Test func `a clock that ran out is said so`() throws {
        for (late, tag) in [(false, "open"), (true, "late")] {
            #expect(try page(.found, by: .cityOfficer, late: late).view(.english)["dueTag"] as? String == tag)
        }
    }

    @Test func `the list has all its words, empty and full, in both languages`() throws {
        var walk = try TemplateWalk(CaseListPage.template)
        let cases = CaseState.allCases.map { (subject: CaseExample.subject(at: $0), place: CasePlace.example) }
        for (shown, next) in [([], nil), (cases, "/cases?state=open&after=1-2026-0001")] {
            for language in Language.allCases {
                let page = CaseListPage(
                    cases: shown, filter: "open", next: next, now: CaseExample.opened.adding(hours: 301))
                try walk.walk(page.view(language))
            }
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test func `a program reads what a person sees`() throws {
        let content = try page(.answered, by: .branchOfficer).content
        #expect(content.number == "〔2026〕1号" && content.state == "answered" && content.seenStep == 2)
        #expect(content.nextAction == "accept" && content.nextRole == "branch-officer")
        #expect(content.openedAt == "2026-11-23T10:00:00.000+08:00")
        #expect(content.steps.map(\.action) == ["warn", "answer"])
        #expect(try page(.closed, by: .cityOfficer).content.nextAction == nil)
    }
}
