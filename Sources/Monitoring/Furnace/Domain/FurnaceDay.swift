import Facts
import FoundationEssentials
import Kernel
import Standards

/// The five-minute means of a furnace's temperature on one natural day, as they were sent or as its minutes give them.
struct FurnaceDay: Codable, Hashable, Sendable {
    /// The natural day.
    let day: CivilDate
    /// 288 means in ℃, the first from 00:00; nil where there is none. A mean that does not end within four digits is
    /// cut down there, which no limit with up to four digits can tell from the whole mean.
    let means: [DecimalNumber?]
    /// The numbers of windows that a mark takes out, in order.
    let exempt: [Int]
    /// Merkle root over the SHA-256 of the frames read, in the order of their windows.
    let framesRoot: Digest256

    static let fractionDigits = 4
    static let windowMinutes: Int64 = 5

    /// Puts sent means and minutes in their windows: a sent mean (2111) goes first, minutes (2051) fill what is left.
    /// What a device marks as not valid is missing.
    init(
        _ day: CivilDate, uploaded: [MinuteValue], minutes: [MinuteValue], exempt spans: [Range<Instant>]
    ) {
        let start = Instant(startOf: day)
        func place(_ value: MinuteValue, minutesEach: Int64, count: Int) -> Int? {
            let number = value.start.milliseconds(since: start) / (minutesEach * 60_000)
            return value.start >= start && number < count ? Int(number) : nil
        }
        var byMinute = [DecimalNumber?](repeating: nil, count: FurnaceTemperature.windowsPerDay * 5)
        for value in minutes where value.isValid {
            if let place = place(value, minutesEach: 1, count: byMinute.count) { byMinute[place] = value.average }
        }
        var means = FurnaceTemperature.windows(ofMinutes: byMinute).map { $0.map(Self.cut) }
        for value in uploaded {
            guard let place = place(value, minutesEach: Self.windowMinutes, count: means.count) else { continue }
            means[place] = value.isValid ? value.average : nil
        }
        self.day = day
        self.means = means
        exempt = means.indices.filter { window in
            let first = start.adding(minutes: Self.windowMinutes * Int64(window))
            return spans.contains { $0.overlaps(first..<first.adding(minutes: Self.windowMinutes)) }
        }
        framesRoot = MerkleRoot.over((uploaded + minutes).sorted { $0.start < $1.start }.map(\.frame.bytes))
    }

    /// The windows as the rule counts them.
    var windows: [LowTemperatureDay.Window] {
        let out = Set(exempt)
        return means.indices.map { window in
            if out.contains(window) { return .exempt }
            return means[window].map { .mean(ExactQuotient($0)) } ?? .missing
        }
    }

    /// The mean that decides where more than `lowMax` low ones are a violation: the lowest but `lowMax`. It is low
    /// exactly when there are too many low ones. Nil on a day with no more means than that.
    func deciding(lowMax: Int) -> DecimalNumber? {
        let out = Set(exempt)
        let counted = means.indices.compactMap { out.contains($0) ? nil : means[$0] }.sorted()
        return counted.indices.contains(lowMax) ? counted[lowMax] : nil
    }

    /// The lowest mean in normal operation; nil without any.
    var lowest: DecimalNumber? {
        let out = Set(exempt)
        return means.indices.compactMap { out.contains($0) ? nil : means[$0] }.min()
    }

    /// The windows in normal operation whose mean stands below a limit, in order.
    func lowWindows(below limit: DecimalNumber) -> [(start: Instant, mean: DecimalNumber)] {
        let out = Set(exempt)
        return means.indices.compactMap { window in
            guard !out.contains(window), let mean = means[window], mean < limit else { return nil }
            return (Instant(startOf: day).adding(minutes: Self.windowMinutes * Int64(window)), mean)
        }
    }

    /// Whether any mean is there.
    var isEmpty: Bool { means.allSatisfy { $0 == nil } }

    private static func cut(_ mean: ExactQuotient) -> DecimalNumber {
        let near = mean.rounded(fractionDigits: fractionDigits)
        guard ExactQuotient(near) > mean else { return near }
        return DecimalNumber(near.value - Decimal(sign: .plus, exponent: -fractionDigits, significand: 1))
    }
}
