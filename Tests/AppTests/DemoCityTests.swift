import Foundation
import HJ212
import Kernel
import Registry
import Testing

@testable import App

/// The invented city as a function of its seed and the moment it is made.
struct DemoCityTests {
    private static let start = Instant(startOf: CivilDate(dayNumber: 20_785))

    private static func loggers(seed: UInt64, start: Instant, enterprises: Int = 60) throws -> [SimulatedLogger] {
        let city = try DemoCity(enterprises: enterprises)
        let instruments =
            city.firms.map { DemoInstruments.stack(DemoCurve(firm: $0, seed: seed, dayEndedAt: start)) }
            + city.wasteWater.map { .wasteWater(DemoWaterCurve(place: $0, seed: seed, dayEndedAt: start)) }
            + city.places.map { .place(DemoPlaceCurve(place: $0, seed: seed, startedAt: start)) }
        return instruments.map { SimulatedLogger(instruments: $0, registeredPassword: "123456") }
    }

    private static func frames(seed: UInt64, start: Instant, back hours: Int64 = 49) throws -> [[UInt8]] {
        let hour = start.adding(hours: -hours)
        return try loggers(seed: seed, start: start).flatMap { try $0.frames(ofHour: hour, sentAt: start) }
    }

    @Test func `the same seed gives the same frames, another one gives others`() throws {
        let frames = try Self.frames(seed: 1, start: Self.start)
        #expect(frames == (try Self.frames(seed: 1, start: Self.start)))
        #expect(frames != (try Self.frames(seed: 2, start: Self.start)))
    }

    @Test func `what happened is counted back from the start`() throws {
        let later = Self.start.adding(hours: 24 * 9)
        let steps = DemoStep.planned(for: try Self.loggers(seed: 1, start: Self.start))
        let shifted = DemoStep.planned(for: try Self.loggers(seed: 1, start: later))
        #expect(steps.count > 150 && steps.map(\.move) == shifted.map(\.move))
        #expect(steps.map { $0.at.adding(hours: 24 * 9) } == shifted.map(\.at))
        #expect(steps.allSatisfy { $0.at < Self.start.adding(hours: 24) })
    }

    @Test func `the smallest city is the beginning of the whole one`() throws {
        let (whole, small) = (try DemoCity(enterprises: 60), try DemoCity(enterprises: 12))
        #expect(whole.enterprises.count == 60 && small.enterprises.count == 12 && small.places.isEmpty)
        #expect(Array(whole.enterprises.prefix(12)) == small.enterprises)
        #expect(whole.firms.count + whole.wasteWater.count + whole.places.count == 123)
        #expect(Set(whole.enterprises.map(\.region)).count == 7, "six districts, and the new area")
        #expect(Set(whole.places.map(\.outlet.device)).count == whole.places.count)
        let told = Set(whole.places.filter { $0.story != DemoPlaceStory() }.map(\.outlet.id.text))
        #expect(told.count == DemoPlaceStory.count, "a story is of an outlet that is not there")
    }

    @Test func `a curve without a story stays within its limits`() throws {
        for logger in try Self.loggers(seed: 3, start: Self.start) {
            guard let place = logger.place?.place, place.story == DemoPlaceStory() else { continue }
            let items = logger.instruments.items(ofHour: Self.start.adding(hours: -100)).flatMap(\.self)
            for factor in place.process.factors {
                let suffix = factor.isConverted ? "ZsAvg" : "Avg"
                let value = items.first { $0.key == "\(factor.code)-\(suffix)" }.flatMap { Double($0.value) }
                let limit = Double(factor.limit ?? .max) / 1_000
                #expect((Double(factor.lower ?? 0) / 1_000...limit).contains(try #require(value)), "\(place.outlet.id)")
            }
        }
    }

    @Test(
        arguments: [
            (40_000, 2, "40.00"), (12_345, 2, "12.35"), (213, 3, "0.213"), (1_006, 1, "1.0"), (7_995, 2, "8.00"),
        ])
    func `figures are written as loggers do`(thousandths: Int, digits: Int, text: String) {
        #expect(DemoFactor.text(thousandths, digits: digits) == text)
    }
}
