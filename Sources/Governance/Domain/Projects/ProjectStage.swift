/// How far a project is, by what its unit reported last.
enum ProjectStage: String, Codable, Sendable, CaseIterable {
    /// Nothing was reported.
    case unknown
    /// Nothing is built yet.
    case preparing
    case building
    case built

    /// The stage of a progress in percent; nil for none.
    init(progress_percent: Int?) {
        self =
            switch progress_percent {
            case nil: .unknown
            case 0?: .preparing
            case 100?: .built
            case _?: .building
            }
    }

    /// Whether it is late at the end of a month: its deadline is over, and it is not built.
    func isLate(due: CivilMonth, by month: CivilMonth) -> Bool { self != .built && due <= month }
}
