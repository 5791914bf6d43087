import Kernel
@testable import Simulator
import Testing

struct FactorSignalTests {
    private static let midnight: Int64 = 1_795_363_200_000
    private static let outlets = (0..<200).map { SimulatedCity(seed: 21).outlet($0) }

    /// The mean distance of values that lie so many minutes apart, as a share of the value.
    private static func distance(minutes: Int64) -> Double {
        let distances = outlets.flatMap { outlet in
            (0..<24).map { hour in
                let moment = midnight + Int64(hour) * 3_600_000
                let here = outlet.signals[0].value(at: moment, during: .nothing)
                let there = outlet.signals[0].value(at: moment + minutes * 60_000, during: .nothing)
                return abs(here - there) / here
            }
        }
        return distances.reduce(0, +) / Double(distances.count)
    }

    @Test func `neighbouring minutes are more alike than hours, and half a day apart is far`() {
        let (minute, hour, halfDay) = (
            Self.distance(minutes: 1), Self.distance(minutes: 60), Self.distance(minutes: 720)
        )
        #expect(minute < 0.03)
        #expect(hour > minute * 1.5 && halfDay > hour)
    }

    @Test func `ordinary values stay within reach of their level`() {
        for outlet in Self.outlets {
            for (factor, signal) in zip(outlet.medium.factors, outlet.signals) {
                let value = signal.value(at: Self.midnight + Int64(outlet.number) * 60_000, during: .nothing)
                #expect(value > factor.level.lowerBound * 0.7 && value < factor.level.upperBound * 1.3)
            }
        }
    }

    @Test func `one outlet day in fifty has an exceedance, and its values stand above the limit`() throws {
        var days = 0
        for outlet in Self.outlets {
            for day in 0..<100 {
                let start = Self.midnight + Int64(day) * 86_400_000
                // Events are drawn for days in UTC and last twenty minutes at least.
                let events = (0..<72).map { outlet.events.event(at: start + 8 * 3_600_000 + Int64($0) * 1_200_000) }
                for case .exceedance(let multiple) in events.prefix(1_000) {
                    let limit = try #require(outlet.medium.factors[0].limit)
                    let value = outlet.signals[0].value(at: start, during: .exceedance(multiple: multiple))
                    #expect(value > limit)
                    days += 1
                    break
                }
            }
        }
        // 20,000 days at two per cent: five standard deviations are a hundred.
        #expect((300...500).contains(days))
    }
}
