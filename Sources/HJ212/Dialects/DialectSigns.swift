/// The signs that one frame gives of its dialect.
struct DialectSigns {
    private let items: ItemSigns
    private let cn: Command?
    private let flag: Flag?
    private let hasQN: Bool
    private let isResent: Bool
    private let isOfSurfaceWater: Bool
    private let isInteraction: Bool
    private let mn: ArraySlice<UInt8>

    init(header: Header, items: ItemSigns) {
        self.items = items
        cn = header.cn
        flag = header.flag
        hasQN = header.qn != nil
        isResent = header.resent
        isOfSurfaceWater = header.st == "21"
        isInteraction = header.st == "91"
        mn = Array((header.mn ?? "").utf8)[...]
    }

    /// The same from tokens, without making a text of anything.
    init(_ tokens: FrameTokens) {
        items = ItemSigns(tokens)
        cn = tokens.command
        flag = tokens.flag
        hasQN = tokens[.qn]?.isEmpty == false
        isResent = tokens[.rf]?.spells("1") == true
        isOfSurfaceWater = tokens[.st]?.spells("21") == true
        isInteraction = tokens[.st]?.spells("91") == true
        mn = tokens[.mn] ?? []
    }

    /// The dialect that the frame by itself shows.
    var dialect: Dialect { found.dialect }

    /// The signs found.
    ///
    /// A Flag of version 2 makes manners speak for 2025 and HJ 1404, any other for 2005 and 2017; with a version that
    /// no edition uses, nothing speaks.
    var found: DialectEvidence {
        var found = DialectEvidence()
        switch flag?.versionBits {
        case nil:
            found.insert(.noFlag)
            addSignsUntil2017(to: &found)
        case Flag.versionBits2005:
            found.insert(.flagVersion0)
            addSignsUntil2017(to: &found)
        case Flag.versionBits2017:
            found.insert(.flagVersion1)
            addSignsUntil2017(to: &found)
        case Flag.versionBits2025:
            found.insert(.flagVersion2)
            addSignsSince2025(to: &found)
        default:  // a version that no edition uses
            break
        }
        return found
    }

    private func addSignsUntil2017(to found: inout DialectEvidence) {
        if isMN14 { found.insert(.mnOf14) }
        if isMNHex { found.insert(.mnOf24Hex) }
        if isUpload {
            found.insert(hasQN ? .uploadWithQN : .uploadWithoutQN)
        } else if hasQN {
            found.insert(.otherWithQN)
        }
        if cn?.isInteraction == true, items.hasQN { found.insert(.answerNamesQN) }
        if isRemovedCommand { found.insert(.removedCommand) }
        switch items.codes {
        case .old: found.insert(.oldCodes)
        case .new: found.insert(.newCodes)
        case nil: break
        }
    }

    private func addSignsSince2025(to found: inout DialectEvidence) {
        if isResent { found.insert(.resendMark) }
        if mn.isEmpty, isActivation { found.insert(.activation) }
        if isCommandOf2025 { found.insert(.commandOf2025) }
        if isOfSurfaceWater { found.insert(.surfaceWater) }
        if isMNHex { found.insert(.mnOf24Hex) }
        if isMNOfStation, isOfSurfaceWater || isInteraction { found.insert(.mnOfStation) }
    }

    // MARK: - Shapes

    private var isMN14: Bool { mn.count == 14 && isOf(\.isLetterOrDigit, mn.startIndex..<mn.endIndex) }

    private var isMNHex: Bool { mn.count == 24 && isOf({ $0.hexDigit != nil }, mn.startIndex..<mn.endIndex) }

    /// One or two letters, six digits, `_` and four digits: `A140100_2006`, `NM100000_0005`.
    private var isMNOfStation: Bool {
        guard (12...13).contains(mn.count) else { return false }
        let (digits, mark) = (mn.endIndex - 11, mn.endIndex - 5)
        return mn[mark] == UInt8(ascii: "_") && isOf(\.isLetter, mn.startIndex..<digits)
            && isOf({ $0.decimalDigit != nil }, digits..<mark)
            && isOf({ $0.decimalDigit != nil }, mark + 1..<mn.endIndex)
    }

    /// By place: without optimisation an iterator over elements asks for memory.
    private func isOf(_ kind: (UInt8) -> Bool, _ places: Range<Int>) -> Bool {
        for place in places where !kind(mn[place]) { return false }
        return true
    }

    private var isUpload: Bool { cn?.concernsData == true && items.hasDataTime }

    private var isRemovedCommand: Bool {
        switch cn?.rawValue {
        case 1021, 1022, 1031, 1032, 1041, 1042, 2071, 2072: true
        default: false
        }
    }

    private var isActivation: Bool {
        switch cn?.rawValue {
        case 1001, 1002, 9013: true
        default: false
        }
    }

    private var isCommandOf2025: Bool {
        switch cn?.rawValue {
        case 1002, 1014, 2013, 2052, 2062, 2111, 3022, 3024: true
        default: false
        }
    }
}
