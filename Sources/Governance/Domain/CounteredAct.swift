/// What the office may take back of a task by a counter-decision.
public enum CounteredAct: Sendable, Equatable {
    /// An extension, by its number.
    case `extension`(Int)
    /// The acceptance of the report on a month.
    case acceptance(CivilMonth)
    /// That a milestone is reached, by its number.
    case milestone(Int)
    /// That a milestone was set which is not reached, by its number.
    case setting(Int)

    /// The sorts of act, as forms and the journal name them.
    enum Sort: String, Sendable, CaseIterable {
        case `extension`
        case acceptance
        case milestone
        case setting
    }

    /// An act from its sort and which one it is; nil where these say none.
    init?(_ sort: Sort, _ target: String) {
        switch sort {
        case .extension:
            guard let number = Int(target) else { return nil }
            self = .extension(number)
        case .milestone:
            guard let number = Int(target) else { return nil }
            self = .milestone(number)
        case .setting:
            guard let number = Int(target) else { return nil }
            self = .setting(number)
        case .acceptance:
            guard let month = CivilMonth(target) else { return nil }
            self = .acceptance(month)
        }
    }

    var sort: Sort {
        switch self {
        case .extension: .extension
        case .acceptance: .acceptance
        case .milestone: .milestone
        case .setting: .setting
        }
    }

    /// The month that it is about; nil for one about the task as a whole.
    var month: CivilMonth? {
        switch self {
        case .acceptance(let month): month
        case .extension, .milestone, .setting: nil
        }
    }

    /// Which one, as the journal names it.
    var target: String {
        switch self {
        case .extension(let number), .milestone(let number), .setting(let number): String(number)
        case .acceptance(let month): month.description
        }
    }
}
