import Foundation
import HJ212
import Kernel
import Registry

/// What the instruments of a waste-water outlet see: calm curves with noise, and one day of too much.
struct DemoWaterCurve: Sendable {
    let place: DemoCity.WasteWater
    let seed: UInt64
    /// The day whose mean exceeds, if one does: the last one that was over when the demonstration began.
    let exceedingDay: CivilDate?

    /// The curve of an outlet whose demonstration began at a moment.
    init(place: DemoCity.WasteWater, seed: UInt64, dayEndedAt end: Instant) {
        self.place = place
        self.seed = seed
        exceedingDay = place.multiple.map { _ in end.startOfHour.civil.date.adding(days: -1) }
    }

    /// The firm that answers for the outlet.
    func firm(among firms: [DemoCity.Firm]) -> DemoCity.Firm? {
        firms.first { $0.enterprise.id == place.enterprise.id }
    }

    /// When the frame of the exceeding day is sent.
    var exceedingDayEnd: Instant? { exceedingDay.map { Instant(startOf: $0.adding(days: 1)) } }

    /// One factor at one moment, in hundredths of its unit: what is sent is what daily means are made of.
    private struct Sample {
        let code: String
        let hundredths: Int
    }

    private static let flowCode = "w00000"

    private func samples(at moment: Instant) -> [Sample] {
        let minute = moment.milliseconds / 60_000
        let swing = sin(Double(minute) / 1_440 * 2 * .pi)
        func noise(_ code: String) -> Double {
            SeededSequence.deviation(seed: seed, name: "\(code)-\(place.outlet.id)", at: minute)
        }
        let share = moment.civil.date == exceedingDay ? 1 + (place.multiple ?? 0) : 0.56
        let (oxygenDemand, ammonia) = (Double(place.oxygenDemandMax), Double(place.ammoniaMax))
        let values = [
            ("w01018", oxygenDemand * (share + swing * 0.05 + noise("w01018") * 0.06)),
            ("w21003", ammonia * (0.38 + swing * 0.04 + noise("w21003") * 0.08)),
            ("w01001", 7.4 + swing * 0.1 + noise("w01001") * 0.2),
            (Self.flowCode, place.flow * (1 + swing * 0.2 + noise(Self.flowCode) * 0.1)),
        ]
        return values.map { Sample(code: $0.0, hundredths: Int(($0.1 * 100).rounded())) }
    }

    /// What an hour's ten-minute means come to, in hundredths.
    private func samples(ofHour hour: Instant) -> [Sample] {
        let parts = (0..<DemoCurve.partsOfHour).map { samples(at: hour.adding(minutes: $0 * 10)) }
        return parts[0].indices.map { place in
            let sum = parts.reduce(0) { $0 + $1[place].hundredths }
            return Sample(code: parts[0][place].code, hundredths: (sum + parts.count / 2) / parts.count)
        }
    }

    /// The factor groups of an hourly mean: what an honest logger makes of its ten-minute means.
    func items(ofHour hour: Instant) -> [[Item]] {
        samples(ofHour: hour).map { Self.group($0, "Avg") }
    }

    /// The factor groups of a frame.
    func items(at moment: Instant, suffix: String) -> [[Item]] {
        samples(at: moment).map { Self.group($0, suffix) }
    }

    /// The factor groups of a day frame: means of the day's hours, those of concentrations weighted by the flow.
    func dayItems(of day: CivilDate) -> [[Item]] {
        let hours = (0..<24).map { samples(ofHour: Instant(startOf: day).adding(hours: $0)) }
        let flows = hours.map { hour in hour.first { $0.code == Self.flowCode }?.hundredths ?? 0 }
        return hours[0].indices.map { place in
            let values = hours.map { $0[place].hundredths }
            let code = hours[0][place].code
            let isWeighted = code != Self.flowCode && code != "w01001"
            let weights = isWeighted ? flows : Array(repeating: 1, count: values.count)
            let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
            let weight = weights.reduce(0, +)
            return Self.group(Sample(code: code, hundredths: (sum + weight / 2) / weight), "Avg")
        }
    }

    private static func group(_ sample: Sample, _ suffix: String) -> [Item] {
        let figure = "\(sample.hundredths / 100).\((sample.hundredths % 100).padded(2))"
        return [Item(key: "\(sample.code)-\(suffix)", value: figure), Item(key: "\(sample.code)-Flag", value: "N")]
    }
}
