public import Facts
import FoundationEssentials
public import Kernel

/// The temperature of an incinerator's furnace: the mean of the medians of its upper and middle thermocouples
/// (GB 18484-2020 3.9; Order 10), and its five-minute means.
public enum FurnaceTemperature {
    /// What came of it.
    public enum Outcome: Codable, Sendable, Equatable {
        /// The temperature, ℃.
        case degrees(DecimalNumber)
        /// A section without any reading: no temperature.
        case sectionMissing
    }

    /// How many five-minute windows a natural day has, the first from 00:00.
    public static let windowsPerDay = 288
    private static let minutesPerWindow = 5

    /// The temperature at a moment, ℃, from the readings of both sections in any order.
    public static func of(upper: [DecimalNumber], middle: [DecimalNumber]) -> Ruling<Outcome> {
        guard let above = median(of: upper), let below = median(of: middle) else {
            let step = Phrase("上部或中部断面无热电偶数据，无炉膛温度", "a section has no thermocouple reading: no temperature")
            return Ruling(outcome: .sectionMissing, steps: [step])
        }
        let mean = DecimalNumber((above.value + below.value) / 2)
        let step = Phrase(
            "炉膛温度 =（上部中位数 \(above) + 中部中位数 \(below)）÷ 2 = \(mean) ℃",
            "furnace temperature = (median above \(above) + median in the middle \(below)) ÷ 2 = \(mean) °C")
        return Ruling(outcome: .degrees(mean), steps: [step])
    }

    /// The five-minute means of a natural day from the temperatures of its minutes, the first of 00:00, at most 1,440;
    /// nil where a window has no minute with a temperature.
    public static func windows(ofMinutes minutes: [DecimalNumber?]) -> [ExactQuotient?] {
        precondition(minutes.count <= windowsPerDay * minutesPerWindow, "a day has 1,440 minutes")
        return (0..<windowsPerDay).map { window in
            let valid = minutes.dropFirst(window * minutesPerWindow).prefix(minutesPerWindow).compactMap { $0 }
            return valid.isEmpty ? nil : DayMean.arithmetic(valid)
        }
    }

    private static func median(of numbers: [DecimalNumber]) -> DecimalNumber? {
        guard !numbers.isEmpty else { return nil }
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        guard sorted.count.isMultiple(of: 2) else { return sorted[middle] }
        return DecimalNumber((sorted[middle - 1].value + sorted[middle].value) / 2)
    }
}
