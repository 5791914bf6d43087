import Facts
import Kernel

/// A document that a reform is to yield, with the stages it came to.
struct ReformDocument: Sendable, Equatable {
    let reform: Int
    /// 1, 2, 3 … within the reform.
    let number: Int
    let title: String
    let unit: String
    let due: CivilDate
    let reviewYears: Int
    var sort = DocumentSort.system
    /// The group of documents that it belongs to, as the policy names it; empty for none.
    var series = ""
    var steps: [Step] = []

    /// A stage that was reached.
    struct Step: Sendable, Equatable {
        let number: Int
        let stage: DocumentStage
        let day: CivilDate
        let note: String
        let author: String
    }

    /// How many days after its issue a document is to be filed. Design value.
    static let filingDays: Int64 = 30
    /// How many days a document may stay at a stage before its issue. Design values.
    static let stageDays: [DocumentStage: Int64] = [.draft: 180, .opinion: 60, .legality: 30]
    /// How many years before the policy a document may lie that was in force already. Design value.
    static let yearsBeforePolicy = 30
    static let reviewYearsRange = 1...10
    static let titleMax = 200
    static let seriesMax = 80
    static let noteMax = 200

    /// The earliest day of a document that was in force before a policy of a day.
    static func earliest(before issued: CivilDate) -> CivilDate {
        let parts = issued.parts
        return CivilDate(year: parts.year - yearsBeforePolicy, month: parts.month, day: 1) ?? issued
    }

    var stage: DocumentStage? { steps.last?.stage }
    /// Whether it was entered by mistake: it counts nowhere and owes nothing.
    var isWithdrawn: Bool { stage == .withdrawn }
    private var issuedOn: CivilDate? { steps.last { $0.stage == .issued }?.day }

    /// Whether it is in force on a day.
    func isInForce(on day: CivilDate) -> Bool {
        guard !isWithdrawn, let issuedOn, issuedOn <= day else { return false }
        return !steps.contains { $0.stage == .repealed && $0.day <= day }
    }

    /// Until when it is to be reviewed: some years after it was issued or reviewed last; nil for what is not in force.
    func reviewDue(on day: CivilDate) -> CivilDate? {
        guard isInForce(on: day), let last = steps.last(where: { $0.stage == .reviewed })?.day ?? issuedOn else {
            return nil
        }
        let parts = last.parts
        // The 29th of February has its day in leap years alone.
        return CivilDate(year: parts.year + reviewYears, month: parts.month, day: parts.day)
            ?? CivilDate(year: parts.year + reviewYears, month: 2, day: 28)
    }

    /// Until when it is to leave the stage that it is at before its issue; nil for what has not begun or was issued.
    private var stageDue: CivilDate? {
        guard issuedOn == nil, let last = steps.last, let days = Self.stageDays[last.stage] else { return nil }
        return last.day.adding(days: days)
    }

    /// Until when its next step is due on a day: its next stage or its issue, whichever is first, its filing, its
    /// review; nil for what is repealed or withdrawn.
    func nextDue(on day: CivilDate) -> CivilDate? {
        guard stage != .repealed, !isWithdrawn else { return nil }
        guard let issuedOn else { return stageDue.map { min($0, due) } ?? due }
        return stage == .issued ? issuedOn.adding(days: Self.filingDays) : reviewDue(on: day)
    }

    /// What is late on a day.
    func lateness(on day: CivilDate) -> Lateness? {
        if isWithdrawn { return nil }
        if issuedOn == nil {
            if due < day { return .issue }
            return stageDue.map { $0 < day } == true ? .stage : nil
        }
        if stage == .issued, let issuedOn, issuedOn.adding(days: Self.filingDays) < day { return .filing }
        if let reviewDue = reviewDue(on: day), reviewDue < day { return .review }
        return nil
    }

    /// What of a document is late.
    enum Lateness: String, Sendable, CaseIterable {
        case issue
        /// It stays too long at a stage before its issue.
        case stage
        case filing
        case review
    }
}
