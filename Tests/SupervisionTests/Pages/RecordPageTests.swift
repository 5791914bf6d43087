import Kernel
import TestMaterial
import Testing
import Web

@testable import Supervision

struct RecordPageTests {
    @Test func `the page of a record has all its words, awaiting and answered, for each who looks`() throws {
        var walk = try TemplateWalk(RecordPage.template)
        let subject = CaseExample.subject(at: .checked)
        let known = try #require(subject.steps.last { $0.action == .check })
        let step = known.adding([RecordAnswer.dueField: "x", "companion_name": "示例人员"])
        let officers = CaseExample.officers(["P-check", "P2"])
        for (person, isAnswered) in [("P-SECOND", false), ("P2", false), ("P-check", false), ("P-SECOND", true)] {
            for language in Language.allCases {
                let answer = RecordAnswer(
                    step: step.number, verdict: .objected, words: "x", actor: PersonID(checked: person),
                    actorName: "示例人员", role: .branchOfficer, at: CaseExample.opened)
                let page = RecordPage(
                    subject: subject, step: step, place: .example, answer: isAnswered ? answer : nil,
                    officers: officers, actor: CaseExample.actor(.branchOfficer, person),
                    refused: nil)
                var view = page.view(language)
                for isRefused in [false, true] {
                    view.merge(["isRefused": isRefused, "what": "x", "remedy": "x", "rule": "x"]) { $1 }
                    try walk.walk(view)
                }
                #expect(view["mayAnswer"] as? Bool == (!isAnswered && person != "P-check"))
            }
        }
        #expect(walk.problems == [] && walk.unvisited == [])
    }
}
