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
    /// A unit reaches a milestone of its task.
    case milestone = "governance.milestone"
    /// A unit fulfils its task, or the target of the year.
    case deadline = "governance.deadline"
    /// A unit issues, files or reviews a document of a reform.
    case document = "governance.document"
    /// A unit reports on a month of its project.
    case projectReport = "governance.project-report"
    /// A unit solves an obstacle of another one's project.
    case solve = "governance.solve"
    /// A unit grants land or a quota that a project needs.
    case grant = "governance.grant"
    /// The office agrees to the target of a year.
    case target = "governance.target"
    /// The office presses for one of these that is overdue.
    case pressMatter = "governance.press-matter"
    /// The office reviews an application for money of a fund.
    case application = "governance.application"

    /// Whether the office owes it; else a unit does, which may be the office.
    var isOffices: Bool {
        switch self {
        case .review, .press, .assign, .feedback, .judge, .pressItem, .target, .pressMatter, .application: true
        case .report, .correct, .milestone, .deadline, .document, .projectReport, .solve, .grant: false
        }
    }
}
