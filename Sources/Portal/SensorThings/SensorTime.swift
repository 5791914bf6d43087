import Kernel

/// Moments as SensorThings writes them: ISO 8601 with an offset or `Z`.
enum SensorTime {
    /// `2026-11-28T08:00:00.000+08:00/2026-11-28T09:00:00.000+08:00`.
    static func interval(from start: Instant, hours: Int64) -> String {
        "\(start.civil.isoText)/\(start.adding(hours: hours).civil.isoText)"
    }

    /// A moment written `2026-11-28T08:00:00+08:00` or `…Z`, with or without milliseconds; nil for anything else.
    static func read(_ text: some StringProtocol) -> Instant? {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2, let day = CivilDate(halves[0]), let (clock, offset) = split(halves[1]) else {
            return nil
        }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let hour = number(parts[0], 0...23), let minute = number(parts[1], 0...59),
            let second = seconds(parts[2])
        else { return nil }
        let midnight = day.dayNumber * 86_400_000
        return Instant(
            milliseconds: midnight + Int64(hour) * 3_600_000 + Int64(minute) * 60_000 + second - offset * 60_000)
    }

    /// The clock and the minutes by which it runs ahead of UTC.
    private static func split<Text: StringProtocol>(_ text: Text) -> (Text.SubSequence, Int64)? {
        if text.last == "Z" { return (text.dropLast(), 0) }
        guard let place = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
        let parts = text[text.index(after: place)...].split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hours = number(parts[0], 0...14), let minutes = number(parts[1], 0...59) else {
            return nil
        }
        let ahead = Int64(hours * 60 + minutes)
        return (text[..<place], text[place] == "+" ? ahead : -ahead)
    }

    /// Milliseconds of `05` or `05.250`.
    private static func seconds(_ text: some StringProtocol) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = number(parts[0], 0...59) else { return nil }
        guard parts.count > 1 else { return Int64(whole) * 1_000 }
        guard parts.count == 2, parts[1].count == 3, let rest = Int(parts[1]), rest >= 0 else { return nil }
        return Int64(whole) * 1_000 + Int64(rest)
    }

    private static func number(_ text: some StringProtocol, _ range: ClosedRange<Int>) -> Int? {
        guard text.count == 2, text.allSatisfy(\.isNumber), let value = Int(text), range.contains(value) else {
            return nil
        }
        return value
    }
}
