public import Kernel

/// The limits of the discharge standards that Jianhu offers as defaults: a reviewed selection, not a copy.
///
/// Read once from `share/rules/discharge-tables.csv` and `discharge-limits.csv`.
public struct DischargeLimits: Sendable {
    /// Every table, in the order of the file.
    public let tables: [DischargeTable]
    /// Every limit, in the order of the file, whatever its days.
    public let limits: [DischargeLimit]
    private let byName: [DischargeTable.Name: DischargeTable]
    private let limitsByTable: [DischargeTable.Name: [DischargeLimit]]

    /// What is known about one item of a table on a day.
    public enum Finding: Hashable, Sendable {
        /// One limit holds.
        case one(DischargeLimit)
        /// It depends on something that is not known: the water's temperature or the year of construction.
        case depends([DischargeLimit])

        /// The limits that may hold.
        public var limits: [DischargeLimit] {
            switch self {
            case .one(let limit): [limit]
            case .depends(let limits): limits
            }
        }
    }

    init(tables: [DischargeTable], limits: [DischargeLimit]) {
        self.tables = tables
        self.limits = limits
        byName = Dictionary(tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        limitsByTable = Dictionary(grouping: limits, by: \.table)
    }

    /// A table by its name; nil when there is none.
    public func table(_ name: DischargeTable.Name) -> DischargeTable? { byName[name] }

    /// The tables that may be chosen for a day: those with a limit of their own in force. An expired table is never
    /// among them.
    public func tables(for medium: DischargeMedium, on day: CivilDate) -> [DischargeTable] {
        tables.filter { $0.medium == medium && (limitsByTable[$0.name] ?? []).contains { $0.holds(on: day) } }
    }

    /// The limits of a table in force on a day, with those of the table it leaves the rest to; empty when the table is
    /// not in force. Of one item several may stand beside each other, for different times or under different
    /// conditions.
    public func limits(of name: DischargeTable.Name, on day: CivilDate) -> [DischargeLimit] {
        let own = (limitsByTable[name] ?? []).filter { $0.holds(on: day) }
        guard !own.isEmpty, let rest = byName[name]?.rest else { return own }
        let named = Set(own.map(\.item.zh))
        return own + limits(of: rest, on: day).filter { !named.contains($0.item.zh) }
    }

    /// What holds for each item, averaging time and point of a table in these circumstances.
    public func findings(of name: DischargeTable.Name, in circumstances: LimitCircumstances) -> [Finding] {
        var groups: [[DischargeLimit]] = []
        for limit in limits(of: name, on: circumstances.day) {
            guard limit.condition.isMet(in: circumstances) ?? true else { continue }
            if let index = groups.firstIndex(where: { $0[0].isBeside(limit) }) {
                groups[index].append(limit)
            } else {
                groups.append([limit])
            }
        }
        return groups.map { group in
            let isKnown = group.allSatisfy { $0.condition.isMet(in: circumstances) != nil }
            return group.count == 1 && isKnown ? .one(group[0]) : .depends(group)
        }
    }

    /// What holds for one factor, for each averaging time and point.
    public func findings(
        of name: DischargeTable.Name, for factor: PollutantCode, in circumstances: LimitCircumstances
    ) -> [Finding] {
        findings(of: name, in: circumstances).filter { $0.limits[0].factor == factor }
    }
}

extension DischargeLimit {
    /// Whether both limit the same thing over the same time at the same place, so that only a condition can part them.
    func isBeside(_ other: DischargeLimit) -> Bool {
        item == other.item && averaging == other.averaging && point == other.point
    }
}
