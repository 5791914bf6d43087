import TestMaterial
import Testing

@testable import Gateway

struct GatewayMethodTests {
    @Test func `the written limits are those in force, and none is left out`() throws {
        let rows = try RepositoryFile.table(
            "| limit | setting | as set | what happens beyond |", in: "docs/method/hj212-gateway.md")
        let written = try Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (row[1], try #require(Int(row[2].filter { $0 != "," })))
            })
        let settings = try GatewaySettings()
        let numbers = Mirror(reflecting: settings).children.compactMap { child in
            (child.value as? Int).map { (child.label ?? "", $0) }
        }
        #expect(written == Dictionary(uniqueKeysWithValues: numbers.filter { $0.0 != "port" }))
        let text = try RepositoryFile.text("docs/method/hj212-gateway.md")
        let claim = settings.bufferedBytesMax + 12 * settings.readBytesMax
        #expect(text.contains("1,000 lines \((claim * 1_000 + 500_000) / 1_000_000) MB"))
        #expect(text.contains("When 8,288 bytes") && OutboundLine.waitingBytesMax == 8_288)
        #expect(text.contains("; 16,384 senders one by one") && ConnectionRate.sendersMax == 16_384)
    }
}
