import Facts
import Kernel

/// When later values put a closed case back to work: its step of closure stays as it was, and judged less.
extension ClosedLoop {
    /// Where a reopened case goes on: the branch has it, and checks again.
    static let reopened = CaseState.accepted

    /// Whether more of a closed case stands than its closing step judged: more hours (or days), a louder level, or so
    /// much that the city would close what the branch did. What was dismissed judged that nothing stands.
    ///
    /// - Parameter known: The case as it was known before the news; it stands for what closing steps of earlier
    ///   programs did not state.
    static func outgrows(_ subject: SupervisionCase, known: SupervisionCase) -> Bool {
        guard subject.state == .closed, let closing = subject.steps.last, !subject.isWithdrawn else { return false }
        if closing.action == .dismiss { return true }
        let judgedHours = closing.form["stated_hours"].flatMap { Int($0) } ?? known.standingHours
        let judgedLevel = closing.form["stated_level"].flatMap { WarningLevel(rawValue: $0) } ?? known.level
        return subject.standingHours > judgedHours || subject.level > judgedLevel
            || closing.role == .branchOfficer && subject.closingRole == .cityOfficer
    }
}
