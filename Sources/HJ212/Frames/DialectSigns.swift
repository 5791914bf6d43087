/// The signs that speak for an edition, weighed together; no sign decides alone.
///
/// | sign | 2005 | 2017 |
/// |---|---|---|
/// | Flag of version 0 | 2 | |
/// | Flag of version 1 | | 3 |
/// | no Flag | 1 | |
/// | MN of 14 letters and digits | 1 | |
/// | MN of 24 hexadecimal digits | | 2 |
/// | data upload without QN in the header | 2 | |
/// | data upload with QN in the header | | 2 |
/// | answer with QN in the data area | 3 | |
/// | other frame with QN in the header | | 1 |
/// | most factors in codes of two or three characters | 2 | |
/// | most factors in codes of a letter and five digits | | 2 |
/// | command that 2017 removed | 2 | |
///
/// The heavier side wins when it is ahead by two and rests on at least two signs. Flag of version 2 means 2025 only
/// together with an MN of 24 hexadecimal digits, a resend mark, or the empty MN of a device not yet activated; and
/// never for surface water (ST=21), whose stations have sent Flag 8 and 9 since 2019 by rules of their own.
struct DialectSigns {
    let header: Header
    let items: [Item]

    var dialect: Dialect {
        switch header.flag?.versionBits {
        case nil, Flag.versionBits2005, Flag.versionBits2017: weighed
        case Flag.versionBits2025: hasSignOf2025 && header.st != "21" ? .hj2025 : .unknown
        default: .unknown
        }
    }

    private var hasSignOf2025: Bool {
        header.resent || hasHexMN || (header.mn == nil && Self.activationCommands.contains(header.cn))
    }

    private var weighed: Dialect {
        let signs2005 = [flag2005, mn2005, qn2005, codes == .old ? 2 : 0, isRemovedCommand ? 2 : 0].filter { $0 > 0 }
        let signs2017 = [flag2017, hasHexMN ? 2 : 0, qn2017, codes == .new ? 2 : 0].filter { $0 > 0 }
        let ahead = signs2005.reduce(0, +) - signs2017.reduce(0, +)
        if ahead >= 2, signs2005.count >= 2 { return .hjt2005 }
        if ahead <= -2, signs2017.count >= 2 { return .hj2017 }
        return .unknown
    }

    // MARK: - Signs

    private var flag2005: Int {
        guard let flag = header.flag else { return 1 }
        return flag.versionBits == Flag.versionBits2005 ? 2 : 0
    }

    private var flag2017: Int { header.flag?.versionBits == Flag.versionBits2017 ? 3 : 0 }

    private var mn2005: Int {
        let shape = header.mn?.utf8 ?? "".utf8
        return shape.count == 14 && shape.allSatisfy(\.isLetterOrDigit) ? 1 : 0
    }

    private var hasHexMN: Bool {
        let shape = header.mn?.utf8 ?? "".utf8
        return shape.count == 24 && shape.allSatisfy { $0.hexDigit != nil }
    }

    private var qn2005: Int {
        if isUpload, header.qn == nil { return 2 }
        return isAnswer && items.contains { $0.key == "QN" } ? 3 : 0
    }

    private var qn2017: Int {
        guard header.qn != nil else { return 0 }
        return isUpload ? 2 : 1
    }

    private var isUpload: Bool {
        header.cn?.concernsData == true && items.contains { $0.factor == "DataTime" }
    }

    private var isAnswer: Bool { header.cn?.isInteraction == true }

    private var isRemovedCommand: Bool { Self.removedCommands.contains(header.cn) }

    private enum CodeShape { case old, new }

    /// The shape of most factor codes; nil when neither prevails.
    private var codes: CodeShape? {
        var old = 0
        var new = 0
        for item in items where item.suffix != nil {
            let code = Array(item.factor.utf8)
            if code.count == 6, code[0].isLetter, code.dropFirst().allSatisfy({ $0.decimalDigit != nil }) { new += 1 }
            if code.count <= 3, code.dropFirst().allSatisfy({ $0.decimalDigit != nil }),
                code.first?.isLetterOrDigit == true
            {
                old += 1
            }
        }
        return old == new ? nil : old > new ? .old : .new
    }

    private static let removedCommands: Set<Command?> = [1021, 1022, 1031, 1032, 1041, 1042, 2071, 2072]
    private static let activationCommands: Set<Command?> = [1001, 1002, 9013]
}
