import HJ212
import Testing

struct FactorReadingTests {
    @Test(arguments: [
        "DataTime=20261123130000;a21026-Avg=35.2,a21026-ZsAvg=41.0,a21026-Flag=N;a01012-Avg=98.6",
        "DataTime=20261123130000;a21026-Avg=35.2;a21026-ZsAvg=41.0;a21026-Flag=N;a01012-Avg=98.6",
        "DataTime=20261123130000,a21026-Avg=35.2,a21026-ZsAvg=41.0,a21026-Flag=N,a01012-Avg=98.6",
    ])
    func `values are grouped by factor whatever the separators`(area: String) throws {
        let frame = try #require(Wire.accepted(Wire.frame(Wire.segment(area))))
        #expect(frame.dataTime?.text14 == "20261123130000")
        let readings = frame.factorReadings
        #expect(readings.map(\.factor) == ["a21026", "a01012"])
        #expect(readings[0][.avg] == "35.2")
        #expect(readings[0][.zsAvg] == "41.0")
        #expect(readings[0].mark == "N")
        #expect(readings[1].mark == nil)
    }

    @Test func `site information stays with its PolId`() throws {
        let area = "PolId=w01019,i12001-Info=0;PolId=w21001,i12001-Info=1"
        let frame = try #require(Wire.accepted(Wire.frame(Wire.segment(area))))
        #expect(frame.factorReadings.map(\.polID) == ["w01019", "w21001"])
        #expect(frame.factorReadings.map { $0[.siteInformation] } == ["0", "1"])
    }
}
