public import Kernel
public import Persistence
import Standards

extension MonitoringRoom {
    /// What a plant that stands has none of, or little. Codes of HJ 212-2017.
    private static let runningFactors: [(code: PollutantCode, bound: RunningBound)] = [
        ("a00000", RunningBound.above(DecimalNumber(0))), ("a01011", .above(DecimalNumber(2))),
        ("a19001", .below(DecimalNumber(19))), ("a01012", .above(DecimalNumber(60))),
        ("w00000", .above(DecimalNumber(0))),
    ].map { (code: PollutantCode(checked: $0), bound: $1) }

    /// From which mean on a factor shows a plant running, in the unit of its code: some flow of gas or water, gas
    /// faster than 2 m/s, oxygen well below that of air (20.9 %), gas warmer than 60 ℃. Design values: they decide
    /// nothing, and ask an officer for a word.
    private enum RunningBound {
        case above(DecimalNumber)
        case below(DecimalNumber)

        func isMet(_ range: ClosedRange<DecimalNumber>) -> Bool {
            switch self {
            case .above(let bound): range.upperBound > bound
            case .below(let bound): range.lowerBound < bound
            }
        }

        var text: String {
            switch self {
            case .above(let bound): "> \(bound)"
            case .below(let bound): "< \(bound)"
            }
        }
    }

    /// Between which bounds the means lay in some hours that tell whether a plant ran, in words, and which of them say
    /// that it did; nil where none was sent.
    public func runningValues(
        at outlet: OutletID, in hours: ClosedRange<Instant>, _ access: any ReadAccess
    ) throws -> RunningValues? {
        var (all, running): ([Phrase], [Phrase]) = ([], [])
        for (code, bound) in Self.runningFactors {
            let values = try HourStore.readings(
                outlet: outlet, pollutant: code, from: hours.lowerBound, to: hours.upperBound, in: access
            ).compactMap(\.average)
            guard let least = values.min(), let most = values.max() else { continue }
            let name = pollutant(code).name
            all.append(Phrase("\(name.zh) \(least)–\(most)", "\(name.en) \(least)–\(most)"))
            guard bound.isMet(least...most) else { continue }
            running.append(
                Phrase("\(name.zh) \(least)–\(most)（\(bound.text)）", "\(name.en) \(least)–\(most) (\(bound.text))"))
        }
        guard !all.isEmpty else { return nil }
        return RunningValues(words: Self.listed(all), running: running.isEmpty ? nil : Self.listed(running))
    }

    private static func listed(_ words: [Phrase]) -> Phrase {
        Phrase(words.map(\.zh).joined(separator: "，"), words.map(\.en).joined(separator: ", "))
    }
}
