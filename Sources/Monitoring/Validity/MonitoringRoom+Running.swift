public import Kernel
public import Persistence
import Standards

extension MonitoringRoom {
    /// What a plant that stands has none of, or little: flow and speed of the gas, its oxygen and temperature, the flow
    /// of the water. Codes of HJ 212-2017.
    private static let runningFactors = ["a00000", "a01011", "a19001", "a01012", "w00000"].map {
        PollutantCode(checked: $0)
    }

    /// Between which bounds the means lay in some hours that tell whether a plant ran, in words; nil where none was
    /// sent. It is for whoever looks at a marked standstill, and decides nothing.
    public func runningValues(
        at outlet: OutletID, in hours: ClosedRange<Instant>, _ access: any ReadAccess
    ) throws -> Phrase? {
        let words = try Self.runningFactors.compactMap { code -> Phrase? in
            let values = try HourStore.readings(
                outlet: outlet, pollutant: code, from: hours.lowerBound, to: hours.upperBound, in: access
            ).compactMap(\.average)
            guard let least = values.min(), let most = values.max() else { return nil }
            let factor = pollutant(code)
            return Phrase("\(factor.name.zh) \(least)–\(most)", "\(factor.name.en) \(least)–\(most)")
        }
        guard !words.isEmpty else { return nil }
        return Phrase(words.map(\.zh).joined(separator: "，"), words.map(\.en).joined(separator: ", "))
    }
}
