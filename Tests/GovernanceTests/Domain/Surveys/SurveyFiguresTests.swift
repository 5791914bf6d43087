import Testing

@testable import Governance

struct SurveyFiguresTests {
    @Test(
        arguments: [
            ("/policy", "policy"), ("/policy/tasks", "policy"), ("/policy/surveys", "indicators"),
            ("/governance/scores", "indicators"), ("/public/outlets", "public-values"), ("/cases", "enterprise"),
            ("/policyholder", nil), ("/", nil), ("policy", nil),
        ] as [(String, String?)])
    func `an address belongs to the service whose section it lies in`(address: String, service: String?) throws {
        let figures = try SurveyFigures(json: ShippedFile.bytes("policy/surveys.json"))
        #expect(figures.service(at: address)?.code == service)
    }
}
