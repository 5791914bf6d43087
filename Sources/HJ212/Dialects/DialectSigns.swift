/// The signs that one frame gives of its dialect.
struct DialectSigns {
    private let header: Header
    private let items: ItemSigns
    private let cn: Command?
    private let hasQN: Bool
    private let mn: [UInt8]

    init(header: Header, items: ItemSigns) {
        self.header = header
        self.items = items
        cn = header.cn
        hasQN = header.qn != nil
        mn = Array((header.mn ?? "").utf8)
    }

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
            signs.append(hasQN ? .uploadWithQN : .uploadWithoutQN)
        } else if hasQN {
            signs.append(.otherWithQN)
        }
        if cn?.isInteraction == true, items.hasQN { signs.append(.answerNamesQN) }
        if Self.removedCommands.contains(cn) { signs.append(.removedCommand) }
        switch items.codes {
        case .old: signs.append(.oldCodes)
        case .new: signs.append(.newCodes)
        case nil: break
        }
        return signs
    }

    private var since2025: [DialectSign] {
        var signs: [DialectSign] = []
        if header.resent { signs.append(.resendMark) }
        if mn.isEmpty, Self.activationCommands.contains(cn) { signs.append(.activation) }
        if Self.commandsOf2025.contains(cn) { signs.append(.commandOf2025) }
        if header.st == "21" { signs.append(.surfaceWater) }
        if isMNHex { signs.append(.mnOf24Hex) }
        if isMNOfStation, header.st == "21" || header.st == "91" { signs.append(.mnOfStation) }
        return signs
    }

    // MARK: - Shapes

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

    private var isUpload: Bool { cn?.concernsData == true && items.hasDataTime }

    private static let removedCommands: Set<Command?> = [1021, 1022, 1031, 1032, 1041, 1042, 2071, 2072]
    private static let activationCommands: Set<Command?> = [1001, 1002, 9013]
    private static let commandsOf2025: Set<Command?> = [1002, 1014, 2013, 2052, 2062, 2111, 3022, 3024]
}
