/// The two 16-bit checks met on HJ 212 lines. Both use the polynomial 0xA001 (shifting right) and start at 0xFFFF.
///
/// HJ 212 (HJ 212-2017 appendix A) throws the low byte of the register away *before* it mixes in the next byte; Modbus
/// mixes first. Only one byte of state survives from byte to byte in HJ 212, so it has 256 different results and random
/// damage passes with probability 1/256: the check must be backed by length, `&&` pair and field syntax.
public enum CRC16 {
    /// The check of HJ 212, all editions: `123456789` gives 2F80, no bytes give FFFF.
    public static func hj212(_ bytes: some Sequence<UInt8>) -> UInt16 {
        fold(bytes) { register, byte in table[Int((register >> 8) ^ UInt16(byte))] }
    }

    /// The check of Modbus RTU, used by mistake in many loggers: `123456789` gives 4B37.
    public static func modbus(_ bytes: some Sequence<UInt8>) -> UInt16 {
        fold(bytes) { register, byte in (register >> 8) ^ table[Int((register ^ UInt16(byte)) & 0xFF)] }
    }

    private static func fold(_ bytes: some Sequence<UInt8>, step: (UInt16, UInt8) -> UInt16) -> UInt16 {
        let whole = bytes.withContiguousStorageIfAvailable { $0.reduce(0xFFFF, step) }
        return whole ?? bytes.reduce(0xFFFF, step)
    }

    /// What eight shifts make of each byte value.
    private static let table: [UInt16] = (0..<256).map { byte in
        (0..<8).reduce(UInt16(byte)) { register, _ in
            register & 1 == 1 ? (register >> 1) ^ 0xA001 : register >> 1
        }
    }
}
