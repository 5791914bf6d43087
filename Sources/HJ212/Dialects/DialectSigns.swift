/// The signs that one frame gives of its dialect.
struct DialectSigns {
    let header: Header
    let items: [Item]

    /// The dialect that the frame by itself shows.
    var dialect: Dialect { found.dialect }

    /// The signs found.
    ///
    /// A Flag of version 2 makes manners speak for 2025 and HJ 1404, any other for 2005 and 2017; with a version that
    /// no edition uses, nothing speaks.
    var found: DialectEvidence {
        switch header.flag?.versionBits {
        case nil, Flag.versionBits2005, Flag.versionBits2017: DialectEvidence(flagSign, until2017)
        case Flag.versionBits2025: DialectEvidence([.flagVersion2], since2025)
        default: DialectEvidence([], [])
        }
    }

    private var flagSign: [DialectSign] {
        guard let flag = header.flag else { return [.noFlag] }
        return [flag.versionBits == Flag.versionBits2005 ? .flagVersion0 : .flagVersion1]
    }

    private var until2017: [DialectSign] {
        var signs: [DialectSign] = []
        if isMN14 { signs.append(.mnOf14) }
        if isMNHex { signs.append(.mnOf24Hex) }
        if isUpload {
            signs.append(header.qn == nil ? .uploadWithoutQN : .uploadWithQN)
        } else if header.qn != nil {
            signs.append(.otherWithQN)
        }
        if header.cn?.isInteraction == true, items.contains(where: { $0.key == "QN" }) { signs.append(.answerNamesQN) }
        if Self.removedCommands.contains(header.cn) { signs.append(.removedCommand) }
        switch codes {
        case .old: signs.append(.oldCodes)
        case .new: signs.append(.newCodes)
        case nil: break
        }
        return signs
    }

    private var since2025: [DialectSign] {
        var signs: [DialectSign] = []
        if header.resent { signs.append(.resendMark) }
        if header.mn == nil, Self.activationCommands.contains(header.cn) { signs.append(.activation) }
        if Self.commandsOf2025.contains(header.cn) { signs.append(.commandOf2025) }
        if header.st == "21" { signs.append(.surfaceWater) }
        if isMNHex { signs.append(.mnOf24Hex) }
        if isMNOfStation, header.st == "21" || header.st == "91" { signs.append(.mnOfStation) }
        return signs
    }

    // MARK: - Shapes

    private var mn: [UInt8] { Array((header.mn ?? "").utf8) }

    private var isMN14: Bool { mn.count == 14 && mn.allSatisfy(\.isLetterOrDigit) }

    private var isMNHex: Bool { mn.count == 24 && mn.allSatisfy { $0.hexDigit != nil } }

    /// One or two letters, six digits, `_` and four digits: `A140100_2006`, `NM100000_0005`.
    private var isMNOfStation: Bool {
        let parts = mn.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 4, parts[1].allSatisfy({ $0.decimalDigit != nil }) else {
            return false
        }
        let letters = parts[0].prefix { $0.isLetter }
        let digits = parts[0].dropFirst(letters.count)
        return (1...2).contains(letters.count) && digits.count == 6 && digits.allSatisfy { $0.decimalDigit != nil }
    }

    private var isUpload: Bool {
        header.cn?.concernsData == true && items.contains { $0.factor == "DataTime" }
    }

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
    private static let commandsOf2025: Set<Command?> = [1002, 1014, 2013, 2052, 2062, 2111, 3022, 3024]
}
