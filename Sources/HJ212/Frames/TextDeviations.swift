/// Deviations that show only when the text of a frame is read as a whole.
enum TextDeviations {
    static func found(in header: Header, _ items: [Item], _ dialect: Dialect) -> [Deviation] {
        ofFields(header) + ofHeader(header, dialect) + ofItems(items) + ofGroups(items)
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
        guard dialect != .hjt2005 else { return found }
        if !names.contains("Flag") { found.append(.missingFlag) }
        if header.flag?.isSplit == true, header.pnum == nil || header.pno == nil {
            found.append(.missingPacketNumbers)
        }
        return found
    }

    private static func ofItems(_ items: [Item]) -> [Deviation] {
        items.flatMap { item -> [Deviation] in
            let key = item.key.withoutOuterBlanks
            if key == Suffix.flag.rawValue { return [.bareFlag] }
            if key == "DataTime" {
                let value = item.value.withoutOuterBlanks
                return value.utf8.count == 14 && CivilStamp(value) != nil ? [] : [.oddDataTime]
            }
            guard let suffix = item.suffix else { return [] }
            return key.hasSuffix("-" + suffix.rawValue) || key.contains(" ") ? [] : [.suffixSpelling]
        }
    }

    private static func ofGroups(_ items: [Item]) -> [Deviation] {
        struct Place: Hashable {
            let polID: Int
            let factor: String
            let suffix: Suffix
        }
        var seen = Set<Place>()
        var polID = 0
        var found: [Deviation] = []
        var previous: Item?
        for item in items {
            if item.key == "PolId" { polID += 1 }
            if let suffix = item.suffix {
                let isNew = seen.insert(Place(polID: polID, factor: item.factor, suffix: suffix)).inserted
                if !isNew, suffix.isSingle { found.append(.repeatedKey) }
                if let previous, previous.suffix != nil, previous.group == item.group,
                    previous.factor != item.factor, polID == 0 || suffix.isSingle
                {
                    found.append(.commaBetweenFactors)
                }
            }
            previous = item
        }
        return found
    }
}
