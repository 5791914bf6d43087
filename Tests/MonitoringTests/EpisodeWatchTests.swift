import Facts
import HJ212
import Kernel
import Testing

@testable import Monitoring

struct EpisodeWatchTests {
    private func frame(ofHour hour: Int) throws -> [Frame] {
        [try #require(try WireFrame.hour(hour, "x", qn: 0))]
    }

    @Test func `an hour that came before it was over is judged once it is`() async throws {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(5).adding(minutes: 20))
        try await stage.store(try frame(ofHour: 5))
        #expect(try await stage.room.watch.look() == 0)
        #expect(try await stage.standing().isEmpty)
        #expect(try await stage.differences() == [])

        stage.clock.stand(at: HourPattern.hour(6))
        #expect(try await stage.room.watch.look() == 1)
        #expect(try await stage.standing().map(\.hours) == [1])
        #expect(try await stage.room.watch.look() == 0)
        #expect(try await stage.differences() == [])
    }

    @Test func `a neighbour that comes first judges the waiting hour with it, once`() async throws {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(5).adding(minutes: 20))
        try await stage.store(try frame(ofHour: 5))
        stage.clock.stand(at: HourPattern.hour(7))
        try await stage.store(try frame(ofHour: 6))
        #expect(try await stage.standing().map(\.hours) == [2])
        #expect(try await stage.room.watch.look() == 0)
        #expect(try await stage.differences() == [])
    }

    @Test func `a silent logger's episode ends when the allowed gap is over`() async throws {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(1))
        try await stage.store(try frame(ofHour: 0))
        let silent = HourPattern.hour(HourPattern.parameters.gapHoursMax + 2)
        let before = silent.adding(milliseconds: -1)
        for (moment, looked, ended) in [(before, 0, false), (silent, 1, true), (silent, 0, true)] {
            stage.clock.stand(at: moment)
            #expect(try await stage.room.watch.look() == looked)
            #expect(try await stage.standing().map(\.ended) == [ended])
        }
        #expect(try await stage.differences() == [])
    }

    @Test func `a data time more than a day ahead is set aside`() async throws {
        let stage = try await MonitoringStage()
        for (ahead, verdict) in [(24, FrameVerdict.stored), (25, .quarantined(reason: "data-time-ahead"))] {
            stage.clock.stand(at: HourPattern.hour(30 - ahead))
            #expect(try await stage.store(try frame(ofHour: 30)) == [verdict])
            try await stage.clear()
        }
    }
}
