import HJ212

/// How a flat list of items is grouped for sending.
enum ItemGrouping {
    /// Neighbouring values of one factor form a group (joined by commas), everything else stands alone, as the
    /// standard's examples do.
    static func byFactor(_ items: [Item]) -> [[Item]] {
        var groups: [[Item]] = []
        for item in items {
            if let last = groups.last?.last, item.suffix != nil, last.suffix != nil, last.factor == item.factor {
                groups[groups.count - 1].append(item)
            } else {
                groups.append([item])
            }
        }
        return groups
    }
}
