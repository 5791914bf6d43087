/// How long answers took, in buckets no wider than a sixteenth of their value: any number of times in 5 KB.
public struct LatencyHistogram: Sendable, Equatable {
    /// How many times were recorded.
    public private(set) var count = 0
    private var buckets = [Int](repeating: 0, count: 16 * 37)

    /// Without any time.
    public init() {}

    /// Records a time in microseconds; what is longer than 19 hours counts as that.
    public mutating func record(microseconds: Int64) {
        buckets[Self.bucket(of: UInt64(max(0, microseconds)))] += 1
        count += 1
    }

    /// The time that this share of all did not exceed, in milliseconds; nil when nothing was recorded.
    public func quantileMS(_ share: Double) -> Double? {
        guard count > 0 else { return nil }
        let rank = max(1, Int((Double(count) * share).rounded(.up)))
        var seen = 0
        for (index, inBucket) in buckets.enumerated() {
            seen += inBucket
            if seen >= rank { return Double(Self.upperEnd(of: index)) / 1_000 }
        }
        return nil
    }

    /// The times of both.
    public mutating func add(_ other: LatencyHistogram) {
        for index in buckets.indices { buckets[index] += other.buckets[index] }
        count += other.count
    }

    /// Values below 16 have a bucket each; each doubling above has sixteen.
    private static func bucket(of value: UInt64) -> Int {
        guard value >= 16 else { return Int(value) }
        let shift = 59 - value.leadingZeroBitCount
        return min(16 * (shift + 1) + Int(value >> UInt64(shift)) - 16, 16 * 37 - 1)
    }

    private static func upperEnd(of bucket: Int) -> UInt64 {
        guard bucket >= 16 else { return UInt64(bucket) }
        let shift = UInt64(bucket / 16 - 1)
        return ((UInt64(bucket % 16) + 17) << shift) - 1
    }
}
