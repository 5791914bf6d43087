import Facts
import Kernel
import Testing

@testable import Portal

struct SensorPathTests {
    private static let outlet = OutletID(checked: "E0001-DA001")
    private static let stream = DatastreamID(
        outlet: outlet, pollutant: PollutantCode(checked: "a21026"), period: .hour)

    @Test func `entities and what belongs to them are found by their addresses`() throws {
        let start = try #require(SensorTime.read("2026-11-28T08:00:00+08:00"))
        #expect(SensorPath("Things", part: nil) == .things)
        #expect(SensorPath("Datastreams", part: nil) == .allDatastreams)
        #expect(SensorPath("Observations", part: nil) == .allObservations)
        #expect(SensorPath("Things('E0001-DA001')", part: nil) == .thing(Self.outlet))
        #expect(SensorPath("Things('E0001-DA001')", part: "Datastreams") == .datastreams(of: Self.outlet))
        #expect(SensorPath("Datastreams('E0001-DA001.a21026.hour')", part: nil) == .datastream(Self.stream))
        #expect(SensorPath("Datastreams('E0001-DA001.a21026.hour')", part: "Thing") == .thingOf(Self.stream))
        #expect(
            SensorPath("Datastreams('E0001-DA001.a21026.hour')", part: "Observations") == .observations(of: Self.stream)
        )
        let id = SensorPath.id(of: start, in: Self.stream)
        #expect(id == "E0001-DA001.a21026.hour.20261128080000")
        #expect(SensorPath("Observations('\(id)')", part: nil) == .observation(Self.stream, start: start))
        #expect(SensorPath("Observations('\(id)')", part: "Datastream") == .datastreamOf(Self.stream))
    }

    @Test(
        arguments: [
            "", "Sensors", "things", "Things(", "Things('", "Things('')", "Things(1)",
            "Things('E0001 DA001')", "Datastreams('E0001-DA001.a21026')", "Datastreams('E0001-DA001.a21026.year')",
            "Observations('E0001-DA001.a21026.hour.20261328080000')", "Observations('E0001-DA001.a21026.hour.2026')",
        ])
    func `nothing else is there`(segment: String) {
        #expect(SensorPath(segment, part: nil) == nil)
        #expect(SensorPath("Things('E0001-DA001')", part: "Observations" + segment) == nil)
    }

    @Test func `times are read with their offset and written as intervals`() throws {
        let start = try #require(SensorTime.read("2026-11-28T00:30:00Z"))
        #expect(SensorTime.read("2026-11-28T08:30:00.000+08:00") == start)
        #expect(SensorTime.read("2026-11-27T19:00:00-05:30") == start)
        #expect(
            SensorTime.interval(from: start, hours: 1)
                == "2026-11-28T08:30:00.000+08:00/2026-11-28T09:30:00.000+08:00")
        for text in ["", "T", "2026-11-28", "2026-11-28T08:30:00", "2026-11-28T24:00:00Z", "2026-11-28T8:30:00Z"] {
            #expect(SensorTime.read(text) == nil)
        }
    }
}
