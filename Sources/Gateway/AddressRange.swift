/// Addresses that share their first bits, written as one address (`192.0.2.7`) or as a block (`10.8.0.0/16`,
/// `2001:db8::/32`; RFC 4632 §3.1, RFC 4291 §2.3).
public struct AddressRange: Sendable, Hashable, CustomStringConvertible {
    /// Why text is no range.
    public enum Refusal: Error, Equatable {
        /// What stands before the slash is no address.
        case notAnAddress
        /// What stands behind the slash is no number of bits from 0 to this.
        case notAPrefix(bitsMax: Int)
        /// Bits behind the prefix are set, so that either the address or the prefix is a slip; this block was meant if
        /// it is the address.
        case addressInsideBlock(block: String)
    }

    /// The range as it was written.
    public let description: String
    private let first: IPAddress
    private let prefixBits: Int

    /// A range as people write it.
    public init(_ text: String) throws(Refusal) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let written = parts.first, !written.contains("%"), let address = IPAddress(written) else {
            throw .notAnAddress
        }
        var prefixBits = address.width
        if parts.count == 2 {
            guard (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let bits = Int(parts[1]), bits <= address.width
            else { throw .notAPrefix(bitsMax: address.width) }
            prefixBits = bits
        }
        guard address.bits & ~Self.mask(prefixBits, width: address.width) == 0 else {
            throw .addressInsideBlock(block: Self.text(of: address, prefixBits))
        }
        description = text
        first = address
        self.prefixBits = prefixBits
    }

    func contains(_ address: IPAddress) -> Bool {
        address.isV6 == first.isV6 && address.bits & Self.mask(prefixBits, width: first.width) == first.bits
    }

    private static func mask(_ prefixBits: Int, width: Int) -> UInt128 {
        let all = width == 128 ? UInt128.max : (1 << UInt128(width)) - 1
        return all & ~(prefixBits == width ? 0 : all >> UInt128(prefixBits))
    }

    private static func text(of address: IPAddress, _ prefixBits: Int) -> String {
        let bits = address.bits & mask(prefixBits, width: address.width)
        let step = address.isV6 ? 16 : 8
        let parts = stride(from: address.width - step, through: 0, by: -step).map { shift in
            String((bits >> UInt128(shift)) & (1 << UInt128(step) - 1), radix: address.isV6 ? 16 : 10)
        }
        return parts.joined(separator: address.isV6 ? ":" : ".") + "/\(prefixBits)"
    }
}
