import Kernel
import TestMaterial
import Testing

@testable import Supervision

struct ClosedLoopRulesTests {
    @Test(arguments: [
        ("\"warn\"", "\"whistle\"", "closed-loop.json names an action that does not exist: whistle"),
        ("\"warn\"", "\"close\"", "closed-loop.json has no clock for warn"),
        ("\"amount\": 15", "\"amount\": 0", "closed-loop.json gives warn no time at all"),
    ])
    func `a resource file that cannot be used says why`(text: String, replacement: String, sentence: String) throws {
        let file = try RepositoryFile.text("share/rules/closed-loop.json").replacing(text, with: replacement)
        let defect = #expect(throws: ClosedLoopRules.Defect.self) {
            try ClosedLoopRules(
                json: Array(file.utf8), calendar: WorkingDayCalendar.weekendsOnly, markHourMax: 12,
                laws: CaseExample.laws())
        }
        #expect(defect?.description == sentence)
    }

    @Test func `every clock says on what it rests, in both languages`() throws {
        for clock in try CaseExample.rules().clocks.values {
            #expect(!clock.basis.zh.isEmpty && !clock.basis.en.isEmpty)
        }
    }
}
