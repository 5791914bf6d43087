/// Repeatable numbers from a seed (SplitMix64): the same seed gives the same demonstration. Never for secrets.
struct SeededSequence: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from −1 to 1 for a place in the sequence of a name, the same whenever it is asked for.
    static func deviation(seed: UInt64, name: String, at index: Int64) -> Double {
        let mixed = name.utf8.reduce(seed ^ UInt64(bitPattern: index)) { $0 &* 31 &+ UInt64($1) }
        var sequence = SeededSequence(seed: mixed)
        return Double(sequence.next() >> 11) / Double(1 << 52) - 1
    }

    /// What a name gives together with a seed, to be asked for many places of its sequence.
    static func key(seed: UInt64, name: String) -> UInt64 {
        name.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) }
    }

    /// A number from −1 to 1 for a place in the sequence of a key.
    static func deviation(key: UInt64, at index: Int64) -> Double {
        var sequence = SeededSequence(seed: key ^ UInt64(bitPattern: index) &* 0xD1B5_4A32_D192_ED03)
        return Double(sequence.next() >> 11) / Double(1 << 52) - 1
    }
}
