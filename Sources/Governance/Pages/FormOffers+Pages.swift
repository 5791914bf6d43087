import Kernel

extension FormOffers {
    /// Of a fund: its allocations that have something left, the entries that stand, and who may receive money.
    init(of fund: Fund, enterprises: [String]) {
        let standing = fund.entries.filter { $0.sort != .counter && !fund.isTakenBack($0.number) }
        self.init(
            enterprises: enterprises,
            rows: [
                "allocation": standing.filter { $0.sort == .allocation && fund.leftFen(of: $0.number) ?? 0 > 0 }
                    .map { ($0.number, "\($0.target?.name ?? "") \($0.what)") },
                "application": fund.applications.filter { fund.state(of: $0) == .waiting }.map { ($0.number, $0.what) },
                "granted_application": fund.applications.filter { fund.state(of: $0) == .accepted }
                    .map { ($0.number, $0.what) },
                "entry": standing.map { ($0.number, "\(TenThousandYuan.text($0.amountFen)) \($0.what)") },
            ])
    }

    /// Of a project of a policy: units, what is open, and photos that are shown.
    init(of record: ProjectRecord?, units: [String]) {
        self.init(
            units: units,
            rows: [
                "obstacle": (record?.obstacles ?? []).filter { $0.solvedOn == nil }.map { ($0.number, $0.what) },
                "need": (record?.needs ?? []).filter { $0.grantedOn == nil }.map { ($0.number, $0.what) },
                "photo": (record?.shownPhotos ?? []).map { ($0.number, $0.shows) },
            ])
    }

    /// Of a project of the reserve pool: the entries of its money that stand.
    init(of history: PoolHistory) {
        let standing = history.money.filter { $0.belongsTo == nil && !history.isTakenBack($0.number) }
        self.init(
            rows: ["entry": standing.map { ($0.number, "\(TenThousandYuan.text($0.amountFen)) \($0.document)") }])
    }

    /// Of a reform: units and its documents.
    init(of documents: [ReformDocument], units: [String]) {
        self.init(units: units, rows: ["document": documents.map { ($0.number, $0.title) }])
    }
}
