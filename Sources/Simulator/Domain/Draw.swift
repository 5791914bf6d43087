/// A number that a seed and a place decide alone: asked twice, in any order, by anybody, it is the same. Never for
/// secrets.
struct Draw: Sendable {
    private let key: UInt64

    /// Draws of a seed.
    init(seed: UInt64) {
        key = Self.mixed(seed)
    }

    private init(key: UInt64) {
        self.key = key
    }

    /// The draws that belong to a number, independent of those of any other.
    func of(_ number: Int64) -> Draw {
        Draw(key: Self.mixed(key &+ UInt64(bitPattern: number) &* 0x9E37_79B9_7F4A_7C15))
    }

    /// The draws of a purpose, so that two purposes at one place know nothing of one another.
    func of(_ purpose: Purpose) -> Draw { of(Int64(purpose.rawValue) &- 1_000) }

    /// What something is drawn for.
    enum Purpose: Int {
        case identity, delay, level, rhythm, slow, fast, white, spread, event, fault, drift, backoff
    }

    /// 64 bits.
    var bits: UInt64 { key }

    /// From 0 to just below 1.
    var share: Double { Double(key >> 11) / Double(1 << 53) }

    /// From −1 to just below 1.
    var deviation: Double { share * 2 - 1 }

    /// A whole number of a range.
    func number(in range: ClosedRange<Int64>) -> Int64 {
        range.lowerBound + Int64(key % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// The finaliser of SplitMix64.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
