/// Deviations in how the items of a data area are grouped: values of one factor are joined by `,`, factors by `;`.
enum GroupDeviations {
    private struct Place: Hashable {
        let polID: Int
        let factor: String
        let suffix: Suffix
    }

    static func found(in items: [Item]) -> [Deviation] {
        var seen = Set<Place>()
        var polID = 0
        var found: [Deviation] = []
        var previous: Item?
        for item in items {
            if item.key == "PolId" { polID += 1 }
            if let suffix = item.suffix {
                let isNew = seen.insert(Place(polID: polID, factor: item.factor, suffix: suffix)).inserted
                if !isNew, suffix.isSingle { found.append(.repeatedKey) }
                if let previous, previous.suffix != nil {
                    found += between(previous, item, isSingle: polID == 0 || suffix.isSingle)
                }
            }
            previous = item
        }
        return found
    }

    /// - Parameter isSingle: false for site information behind a `PolId`, of which one group holds several codes.
    private static func between(_ previous: Item, _ item: Item, isSingle: Bool) -> [Deviation] {
        let isSameFactor = previous.factor == item.factor
        if previous.group == item.group { return !isSameFactor && isSingle ? [.commaBetweenFactors] : [] }
        return isSameFactor && previous.suffix != item.suffix ? [.semicolonInFactor] : []
    }
}
