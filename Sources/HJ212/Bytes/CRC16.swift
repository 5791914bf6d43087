/// The two 16-bit checks met on HJ 212 lines. Both use the polynomial 0xA001 (shifting right) and start at 0xFFFF.
///
/// HJ 212 (HJ 212-2017 appendix A) throws the low byte of the register away *before* it mixes in the next byte; Modbus
/// mixes first. Only one byte of state survives from byte to byte in HJ 212, so it has 256 different results and random
/// damage passes with probability 1/256: the check must be backed by length, `&&` pair and field syntax.
public enum CRC16 {
    /// The check of HJ 212, all editions: `123456789` gives 2F80, no bytes give FFFF.
    public static func hj212(_ bytes: some Sequence<UInt8>) -> UInt16 {
        over(bytes, hj212(of:))
    }

    /// The check of Modbus RTU, used by mistake in many loggers: `123456789` gives 4B37.
    public static func modbus(_ bytes: some Sequence<UInt8>) -> UInt16 {
        over(bytes, modbus(of:))
    }

    /// The check of any number of bytes is that of eight.
    ///
    /// What a byte does to the surviving byte of state is linear (over exclusive or), and done eight times it changes
    /// nothing. So bytes that stand eight places apart may be added up first, 64 bits at a time, and the step is done
    /// for the eight sums only, the one that holds the last byte coming last. The start value 0xFF joins the first byte.
    static func hj212(of bytes: UnsafeRawBufferPointer) -> UInt16 {
        guard !bytes.isEmpty else { return 0xFFFF }
        let wholeLength = bytes.count & ~7
        var sums: UInt64 = 0
        for place in stride(from: 0, to: wholeLength, by: 8) {
            sums ^= bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        }
        sums = UInt64(littleEndian: sums) ^ 0xFF
        for place in wholeLength..<bytes.count {
            sums ^= UInt64(bytes[place]) << UInt64(8 * (place & 7))
        }
        let behindLast = UInt64(8 * (bytes.count & 7))
        sums = sums >> behindLast | sums << (64 - behindLast)
        let table = table
        var register: UInt16 = 0
        for _ in 0..<8 {
            register = table[Int(register >> 8 ^ UInt16(truncatingIfNeeded: sums & 0xFF))]
            sums >>= 8
        }
        return register
    }

    /// Eight bytes at a step: slice `k` of the table holds what a byte becomes when `k` zero bytes follow it.
    static func modbus(of bytes: UnsafeRawBufferPointer) -> UInt16 {
        slices.withUnsafeBufferPointer { slices in
            let wholeLength = bytes.count & ~7
            var register: UInt16 = 0xFFFF
            for place in stride(from: 0, to: wholeLength, by: 8) {
                let word =
                    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                    ^ UInt64(register)
                register = 0
                for slice in 0..<8 {
                    register ^= slices[(7 - slice) << 8 | Int(word >> UInt64(8 * slice) & 0xFF)]
                }
            }
            for place in wholeLength..<bytes.count {
                register = register >> 8 ^ slices[Int((register ^ UInt16(bytes[place])) & 0xFF)]
            }
            return register
        }
    }

    private static func over(
        _ bytes: some Sequence<UInt8>, _ check: (UnsafeRawBufferPointer) -> UInt16
    ) -> UInt16 {
        bytes.withContiguousStorageIfAvailable { check(UnsafeRawBufferPointer($0)) }
            ?? Array(bytes).withUnsafeBytes(check)
    }

    /// What eight shifts make of each byte value.
    private static let table: [UInt16] = (0..<256).map { byte in
        (0..<8).reduce(UInt16(byte)) { register, _ in
            register & 1 == 1 ? (register >> 1) ^ 0xA001 : register >> 1
        }
    }

    private static let slices: [UInt16] = (1..<8).reduce(into: table) { slices, slice in
        let before = slices[(slice - 1) << 8..<slice << 8]
        slices += before.map { $0 >> 8 ^ table[Int($0 & 0xFF)] }
    }
}
