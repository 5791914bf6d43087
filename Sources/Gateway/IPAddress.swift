/// An internet address as a number, so that ranges are compared by shifting.
///
/// An IPv4 address that came wrapped into IPv6 (`::ffff:192.0.2.7`, RFC 4291 §2.5.5.2) is the IPv4 address.
struct IPAddress: Hashable, Sendable {
    let isV6: Bool
    /// The address in its lowest 32 or all 128 bits.
    let bits: UInt128

    /// Bits of an address of this kind.
    var width: Int { isV6 ? 128 : 32 }

    init(isV6: Bool, bits: UInt128) {
        self.isV6 = isV6
        self.bits = bits
    }

    /// An address as it is written: `192.0.2.7` without leading zeros, or RFC 4291 §2.2; a zone (`%eth0`) is left out.
    init?(_ text: some StringProtocol) {
        if text.contains(":") {
            let address = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
            guard let bits = Self.v6(address) else { return nil }
            let isWrapped = bits >> 32 == 0xFFFF
            self.init(isV6: !isWrapped, bits: isWrapped ? bits & 0xFFFF_FFFF : bits)
        } else {
            guard let bits = Self.v4(text) else { return nil }
            self.init(isV6: false, bits: bits)
        }
    }

    /// Whoever sends from here: the address itself, of IPv6 its network of 64 bits, all of which one subscriber has.
    var subscriber: IPAddress {
        isV6 ? IPAddress(isV6: true, bits: (bits >> 64) << 64) : self
    }

    private static func v4(_ text: some StringProtocol) -> UInt128? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt128 = 0
        for part in parts {
            // `010` is eight to some and ten to others, so it is nothing here.
            guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                part.utf8.count == 1 || part.first != "0", let number = UInt8(part)
            else { return nil }
            bits = bits << 8 | UInt128(number)
        }
        return bits
    }

    private static func v6(_ text: some StringProtocol) -> UInt128? {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        switch halves.count {
        case 1:
            guard let groups = groups(text, mayEndInV4: true), groups.count == 8 else { return nil }
            return joined(groups)
        case 2:
            guard let first = halves[0].isEmpty ? [] : groups(halves[0], mayEndInV4: false),
                let last = halves[1].isEmpty ? [] : groups(halves[1], mayEndInV4: true),
                first.count + last.count <= 7
            else { return nil }
            return joined(first + Array(repeating: 0, count: 8 - first.count - last.count) + last)
        default:
            return nil
        }
    }

    /// Groups of 16 bits; the last two of an address may be written as an IPv4 address.
    private static func groups(_ text: some StringProtocol, mayEndInV4: Bool) -> [UInt16]? {
        var groups: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if mayEndInV4, index == parts.count - 1, let bits = v4(part) {
                groups += [UInt16(truncatingIfNeeded: bits >> 16), UInt16(truncatingIfNeeded: bits)]
                continue
            }
            guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }),
                let group = UInt16(part, radix: 16)
            else { return nil }
            groups.append(group)
        }
        return groups
    }

    private static func joined(_ groups: [UInt16]) -> UInt128 {
        groups.reduce(0) { $0 << 16 | UInt128($1) }
    }
}
