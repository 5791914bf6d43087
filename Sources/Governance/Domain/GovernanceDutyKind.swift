/// The duties of this room, as the duty book names them.
enum GovernanceDutyKind: String, Sendable, CaseIterable {
    /// A lead unit reports on a month.
    case report = "governance.report"
    /// The office reviews a report.
    case review = "governance.review"
    /// The office presses for a report that is overdue.
    case press = "governance.press"
    /// The office names somebody for a task whose accountable person left.
    case assign = "governance.assign"
    /// The office answers what somebody wrote about a service.
    case feedback = "governance.feedback"
    /// A unit answers a finding of a notice or a decision of the leading group.
    case correct = "governance.correct"
    /// The office looks at such an answer.
    case judge = "governance.judge"
    /// The office presses for an answer that is overdue.
    case pressItem = "governance.press-item"
    /// The office reviews an application for money of a fund.
    case application = "governance.application"
}
