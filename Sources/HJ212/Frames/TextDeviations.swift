/// Deviations that show only when the text of a frame is read as a whole.
enum TextDeviations {
    static func found(in header: Header, _ items: [Item], _ dialect: Dialect) -> [Deviation] {
        ofFields(header) + ofHeader(header, dialect) + ofItems(items, header.cn) + GroupDeviations.found(in: items)
    }

    private static func ofFields(_ header: Header) -> [Deviation] {
        let names = header.fields.map(\.name.withoutOuterBlanks)
        var found: [Deviation] = []
        if Set(names).count < names.count { found.append(.repeatedField) }
        if names.contains(where: { !Header.canonicalNames.contains($0) }) { found.append(.unknownField) }
        // 2005 writes PNO before PNUM, and both in several places: they may stand anywhere.
        let ordered = names.filter { $0 != "PNUM" && $0 != "PNO" }.compactMap(Header.canonicalNames.firstIndex(of:))
        if zip(ordered, ordered.dropFirst()).contains(where: >) { found.append(.fieldOrder) }
        return found
    }

    private static func ofHeader(_ header: Header, _ dialect: Dialect) -> [Deviation] {
        let names = Set(header.fields.map(\.name.withoutOuterBlanks))
        var found: [Deviation] = []
        if names.contains("QN"), header.qn?.stamp == nil { found.append(.oddQN) }
        if names.contains("Flag"), header.flag == nil { found.append(.oddFlag) }
        if names.contains("PNUM") || names.contains("PNO") {
            let isInRange = header.pnum.map { (1...max(1, $0)).contains(header.pno ?? 0) && $0 > 0 } ?? false
            if !isInRange { found.append(.oddPacketNumbers) }
        }
        guard dialect != .hjt2005 else { return found }
        if !names.contains("Flag") { found.append(.missingFlag) }
        if header.flag?.isSplit == true, !names.contains("PNUM") || !names.contains("PNO") {
            found.append(.missingPacketNumbers)
        }
        return found
    }

    private static func ofItems(_ items: [Item], _ command: Command?) -> [Deviation] {
        items.flatMap { item -> [Deviation] in
            let key = item.key.withoutOuterBlanks
            if key == Suffix.flag.rawValue { return [.bareFlag] }
            if key == "DataTime" { return ofDataTime(item.value.withoutOuterBlanks, command) }
            if timeFields.contains(key) { return isTime(item.value.withoutOuterBlanks) ? [] : [.oddTime] }
            guard let suffix = item.suffix else { return [] }
            let isSpelled = key.hasSuffix("-" + suffix.rawValue) || key.contains(" ")
            let isOddTime = suffix.isTime && !isTime(item.value.withoutOuterBlanks)
            return (isSpelled ? [] : [.suffixSpelling]) + (isOddTime ? [.oddTime] : [])
                + (FactorCode.isOfTheStandard(item.factor) ? [] : [.oddFactorCode])
        }
    }

    private static let timeFields: Set = ["SystemTime", "BeginTime", "EndTime", "RestartTime", "AlarmTime"]

    private static func isTime(_ value: String) -> Bool { value.utf8.count == 14 && CivilStamp(value) != nil }

    private static func ofDataTime(_ value: String, _ command: Command?) -> [Deviation] {
        guard let stamp = CivilStamp(value) else { return [.oddDataTime] }
        return (value.utf8.count == 14 ? [] : [.oddDataTime])
            + (startsPeriod(stamp, of: command) ? [] : [.unalignedDataTime])
    }

    /// Whether a time is the start of a period, for commands whose periods have fixed starts. The minute interval is
    /// the device's, so of minutes only the seconds are known.
    private static func startsPeriod(_ stamp: CivilStamp, of command: Command?) -> Bool {
        switch command {
        case .minuteValues: stamp.second == 0
        case .hourValues: stamp.second == 0 && stamp.minute == 0
        case .dayValues, .equipmentRunTime: stamp.second == 0 && stamp.minute == 0 && stamp.hour == 0
        case .furnaceTemperature: stamp.second == 0 && stamp.minute % 5 == 0
        default: true
        }
    }
}
