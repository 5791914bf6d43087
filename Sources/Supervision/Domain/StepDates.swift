import Kernel

/// The dates a step's form names, each inside the bounds the loop sets.
struct StepDates: Sendable, Equatable {
    /// The day by which it must be put right, when an order names one.
    let rectifyBy: CivilDate?

    init(
        of action: CaseAction, in form: [String: String], on subject: SupervisionCase, today: CivilDate,
        rules: ClosedLoopRules
    ) throws(CaseRefusal) {
        switch action {
        case .warn, .answer, .accept, .close:
            rectifyBy = nil
        case .check:
            _ = try Self.date("checked_on", in: form, from: subject.openedAt.civil.date, to: today)
            rectifyBy = nil
        case .order:
            rectifyBy = try Self.date(
                "rectify_by", in: form, from: today, to: today.adding(days: Int64(rules.rectificationDaysMax)))
        case .report:
            _ = try Self.date("completed_on", in: form, from: Self.day(of: .order, in: subject), to: today)
            rectifyBy = nil
        case .recheck:
            _ = try Self.date("rechecked_on", in: form, from: Self.day(of: .report, in: subject), to: today)
            rectifyBy = nil
        }
    }

    private static func day(of action: CaseAction, in subject: SupervisionCase) -> CivilDate {
        (subject.steps.last { $0.action == action }?.at ?? subject.openedAt).civil.date
    }

    private static func date(
        _ field: String, in form: [String: String], from: CivilDate, to: CivilDate
    ) throws(CaseRefusal) -> CivilDate {
        guard let date = form[field].flatMap({ CivilDate($0) }) else { throw .dateMissing(field: field) }
        guard from <= date, date <= to else { throw .dateOutOfRange(field: field, from: from, to: to) }
        return date
    }
}
