import Kernel
import Testing

@testable import Governance

struct SurveyAnswerTests {
    @Test(
        arguments: [
            ("13812345678", true), ("138-1234-5678", true), ("0575-88888888", true), ("057588888888", true),
            ("330602199001011234", true), ("33060219900101123X", true), ("330602900101123", true),
            ("A13812345", false), ("330602-123", false), ("000123", false), ("HZ-2026-000001", false),
        ])
    func `numbers of telephones and citizens are told from numbers of a centre`(text: String, isPersonal: Bool) {
        #expect(SurveyAnswer.looksPersonal(text) == isPersonal)
    }

    @Test func `answers come back from their bytes`() {
        let all = [[5, 4, nil, 1, 2], [nil, nil, nil, nil, 3]].enumerated().map { index, answers in
            SurveyAnswer(respondent: "A\(index)", region: RegionCode(checked: "330602"), answers: answers)
        }
        #expect(SurveyAnswer.all(SurveyAnswer.bytes(all)) == all)
    }
}
