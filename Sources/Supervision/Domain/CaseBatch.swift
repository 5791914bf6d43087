import Kernel

/// Several cases taken one step further at once: steps that ask for no more than a note. Each case is taken by itself,
/// by the rules of the loop, so one that is refused holds up no other.
struct CaseBatch: Sendable, Equatable {
    /// A case, and the step that the person saw it at.
    struct Choice: Sendable, Equatable {
        let id: CaseID
        let seenStep: Int

        /// As forms and addresses carry it.
        var text: String { "\(id):\(seenStep)" }

        init(id: CaseID, seenStep: Int) { (self.id, self.seenStep) = (id, seenStep) }

        /// `CASE:STEPS`; nil for anything else.
        init?(_ text: some StringProtocol) {
            let halves = text.split(separator: ":", omittingEmptySubsequences: false)
            guard halves.count == 2, let id = CaseID(String(halves[0])), let step = Int(halves[1]), step >= 0 else {
                return nil
            }
            self.init(id: id, seenStep: step)
        }
    }

    /// The most cases that are taken at once. Design value: a page of the list.
    static let casesMax = 50

    /// The steps that can be taken so: warning and taking over.
    static let actions: Set<CaseAction> = [.warn, .accept]

    let choices: [Choice]

    /// The chosen cases in their order, each once.
    init(_ choices: [Choice]) {
        self.choices = choices.reduce(into: []) { found, choice in
            if !found.contains(where: { $0.id == choice.id }) { found.append(choice) }
        }
    }

    /// Reads a list of choices parted by commas; nil when one cannot be read, or there are none or too many.
    init?(_ text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count <= Self.casesMax else { return nil }
        let choices = parts.compactMap { Choice($0) }
        guard choices.count == parts.count, !choices.isEmpty else { return nil }
        self.init(choices)
    }

    /// As the form carries it.
    var text: String { choices.map(\.text).joined(separator: ",") }

    /// The step that somebody may take with a case in a batch; nil for none.
    static func action(on subject: SupervisionCase, by role: Role, at now: Instant) -> CaseAction? {
        guard let duty = ClosedLoop.duty(of: subject), actions.contains(duty.action), duty.role == role,
            ClosedLoop.openActions(of: subject, by: role, at: now).contains(duty.action)
        else { return nil }
        return duty.action
    }
}
