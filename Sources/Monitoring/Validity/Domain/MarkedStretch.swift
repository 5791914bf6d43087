import Facts
import Kernel

/// Neighbouring hours of a factor with the same effective mark of the enterprise, where that mark bears on amounts and
/// signs: the values do not count, or nothing ran.
///
/// Starting, stopping, faults and their like leave the values as they are: what was emitted then was emitted.
struct MarkedStretch: Codable, Hashable, Sendable {
    /// Start of the first hour.
    let firstHour: Instant
    /// Start of the last hour.
    let lastHour: Instant
    /// What the mark says.
    let meaning: MarkMeaning
    /// The number of the mark.
    let mark: Int64

    /// What a mark does to an hour.
    enum Effect: Sendable {
        /// 停运: nothing is emitted, nothing is expected.
        case stopped
        /// 数据无效: the value does not count.
        case void
    }

    /// What its hours are.
    var effect: Effect? { Self.effect(of: meaning) }

    private static func effect(of meaning: MarkMeaning) -> Effect? {
        switch meaning {
        case .standstill: .stopped
        case .maintenance, .calibration, .deviceFault, .linkBroken: .void
        case .starting, .stopping, .fault, .accident, .warming, .cooling, .normal: nil
        }
    }

    /// The stretches of a factor within some hours; nil when there are none.
    static func stretches(
        of marks: [EnterpriseMark], for pollutant: PollutantCode, in hours: Range<Instant>
    ) -> [MarkedStretch]? {
        let bearing = marks.filter { $0.firstHour < hours.upperBound && hours.lowerBound <= $0.lastHour }
        guard bearing.contains(where: { effect(of: $0.meaning) != nil }) else { return nil }
        var found: [MarkedStretch] = []
        var hour = hours.lowerBound
        while hour < hours.upperBound {
            if let mark = bearing.effective(at: hour, of: pollutant), effect(of: mark.meaning) != nil {
                let last = found.last
                let goesOn = last?.mark == mark.number && last?.lastHour.adding(hours: 1) == hour
                let first = goesOn ? last?.firstHour ?? hour : hour
                if goesOn { found.removeLast() }
                found.append(
                    MarkedStretch(firstHour: first, lastHour: hour, meaning: mark.meaning, mark: mark.number))
            }
            hour = hour.adding(hours: 1)
        }
        return found.isEmpty ? nil : found
    }
}

extension [MarkedStretch] {
    /// What is marked in each of so many hours.
    func byPlace(from start: Instant, hours: Int) -> [MarkedStretch?] {
        var places = [MarkedStretch?](repeating: nil, count: hours)
        for stretch in self {
            let first = Int(stretch.firstHour.milliseconds(since: start) / 3_600_000)
            let last = Int(stretch.lastHour.milliseconds(since: start) / 3_600_000)
            for place in Swift.max(0, first)..<Swift.max(0, first, Swift.min(hours, last + 1)) where place < hours {
                places[place] = stretch
            }
        }
        return places
    }

    /// How many hours of one effect there are among these places.
    static func count(_ effect: MarkedStretch.Effect, in places: [MarkedStretch?]) -> Int {
        places.count { $0?.effect == effect }
    }
}
