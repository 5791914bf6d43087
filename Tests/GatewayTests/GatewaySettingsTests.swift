import Testing

@testable import Gateway

struct GatewaySettingsTests {
    @Test(arguments: [
        ("port", -1), ("port", 65_536), ("connectionsMax", 0), ("connectionsPerAddressMax", 0), ("idleTimeoutS", 0),
        ("idleTimeoutS", 86_401), ("firstFrameTimeoutS", 0), ("firstFrameTimeoutS", 4_201), ("closingGraceS", 0),
        ("readBytesMax", 1_023), ("bufferedBytesMax", 1_099), ("bufferedBytesMax", 10_241), ("rejectedInARowMax", 0),
        ("arrivalsPerCommitMax", 0),
    ])
    func `a value outside its range is refused by name`(setting: String, value: Int) throws {
        func given(_ name: String, _ standard: Int) -> Int { name == setting ? value : standard }
        let refusal = #expect(throws: GatewaySettingOutOfRange.self) {
            try GatewaySettings(
                port: given("port", 9_212), connectionsMax: given("connectionsMax", 1_000),
                connectionsPerAddressMax: given("connectionsPerAddressMax", 500),
                idleTimeoutS: given("idleTimeoutS", 4_200), firstFrameTimeoutS: given("firstFrameTimeoutS", 600),
                closingGraceS: given("closingGraceS", 10), readBytesMax: given("readBytesMax", 16_384),
                bufferedBytesMax: given("bufferedBytesMax", 10_240),
                rejectedInARowMax: given("rejectedInARowMax", 64),
                arrivalsPerCommitMax: given("arrivalsPerCommitMax", 1_000))
        }
        #expect(refusal?.setting == setting)
        #expect(refusal?.value == value)
        #expect(refusal?.range.contains(value) == false)
    }

    @Test func `the standard settings are within their ranges`() throws {
        #expect(try GatewaySettings().port == 9_212)
    }
}
