/// The way of a case through the loop, as a page draws it: what was passed, and what is still to come.
enum LoopPath {
    private static let beginning: [CaseState] = [.found, .warned, .answered, .accepted, .checked]

    static func states(of subject: SupervisionCase) -> [CaseState] {
        if subject.state == .merged { return passed(subject) + [.merged] }
        let way = beginning + rest(of: subject.branch)
        if subject.branch == .withdrawn { return passed(subject) + [.closed] }
        // A state beside the usual way, such as a failed re-check, stands where the case stands.
        guard way.contains(subject.state) else {
            let coming = following(subject)
            return passed(subject).filter { !coming.contains($0) } + [subject.state] + coming
        }
        return way
    }

    private static func rest(of branch: CaseBranch?) -> [CaseState] {
        switch branch {
        case nil, .exceedance: [.confirmed, .ordered, .reported, .rechecked, .closed]
        case .device: [.faulty, .repairing, .repaired, .cleared, .closed]
        case .condition: [.cleared, .closed]
        case .mark: [.mismarked, .remarked, .cleared, .closed]
        case .withdrawn: [.closed]
        }
    }

    private static func passed(_ subject: SupervisionCase) -> [CaseState] {
        var states: [CaseState] = [.found]
        for step in subject.round where step.to != subject.state && !states.contains(step.to) { states.append(step.to) }
        return states.filter { $0 != subject.state }
    }

    private static func following(_ subject: SupervisionCase) -> [CaseState] {
        subject.state == .failed ? [.ordered, .reported, .rechecked, .closed] : [.closed]
    }
}
