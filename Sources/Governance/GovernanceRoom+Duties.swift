public import Kernel
public import Persistence

extension GovernanceRoom {
    /// Whether a duty is one of this room.
    public static func owns(dutyKind: String) -> Bool { GovernanceDutyKind(rawValue: dutyKind) != nil }

    /// What a duty of this room asks for.
    public static func dutyPhrase(_ kind: String) -> Phrase? {
        switch GovernanceDutyKind(rawValue: kind) {
        case .report?: Phrase("填报政策任务月报", "report on a policy's task")
        case .review?: Phrase("审核政策任务月报", "review a report on a policy's task")
        case .press?: Phrase("催办逾期月报", "press for an overdue report")
        case .assign?: Phrase("重新确定任务责任人", "name somebody for a task")
        case .feedback?: Phrase("答复公众评价", "answer public feedback")
        case .correct?: Phrase("答复督查和会议事项", "answer a finding or a decision")
        case .judge?: Phrase("验收督查和会议事项", "look at an answer to a finding or a decision")
        case .application?: Phrase("审核资金申请", "review an application for money")
        case .pressItem?: Phrase("催办逾期督查和会议事项", "press for an overdue finding or decision")
        case nil: nil
        }
    }

    /// The page on which a duty is done.
    public static func dutyAddress(_ reference: String) -> String {
        if let number = Feedback.number(in: reference) { return "/governance/voice/\(number)" }
        if let (key, _) = DirectiveKey.item(reference) { return "/governance/directives/\(key)" }
        if let (fund, _) = FundApplication.place(in: reference) { return "/governance/funds/\(fund)" }
        return TaskKey(reference: reference).map { "/governance/\($0.policy)/tasks/\($0.number)" } ?? "/governance"
    }

    /// What a duty is about, as people call it: the task with its unit and month, the item of a notice or of minutes
    /// with its unit, the service that feedback is on. Nil for what is not here.
    public func dutyPlace(_ reference: String, in access: any ReadAccess) throws -> Phrase? {
        if let number = Feedback.number(in: reference) { return try feedbackName(number, access) }
        if let (key, item) = DirectiveKey.item(reference) { return try itemName(item, of: key, access) }
        if let (fund, number) = FundApplication.place(in: reference) {
            let found = try FundStore.funds(fund, in: access).first?.application(number)
            return found.map { application in
                let words = "\(Self.beginning(of: application.what)) · \(application.unit)"
                return Phrase("资金申请 \(words)", "application for money \(words)")
            }
        }
        guard let key = TaskKey(reference: reference) else { return nil }
        let task = try desk.shelf.policy(key.policy, in: access)?.task(key.number)
        let words = task.map { " \(Self.beginning(of: $0.text))" } ?? ""
        let assigned = try TaskStore.record(of: key, in: access).assignment?.unit
        let units =
            assigned.map { Phrase($0, $0) }
            ?? task?.leadUnits.first.map { unit in
                (task?.leadUnits.count ?? 1) > 1 ? Phrase("\(unit)等", "\(unit) and others") : Phrase(unit, unit)
            }
        let month = CivilMonth(String(reference.split(separator: ".").last ?? ""))
        let details = [units, month.map { Phrase("\($0)", "\($0)") }].compactMap(\.self)
        return Phrase(
            (["任务 \(key.number)\(words)"] + details.map(\.zh)).joined(separator: " · "),
            (["task \(key.number)\(words)"] + details.map(\.en)).joined(separator: " · "))
    }

    private func feedbackName(_ number: Int, _ access: any ReadAccess) throws -> Phrase? {
        guard let feedback = try FeedbackStore.feedback(number, in: access) else { return nil }
        let service = files.surveys.name(of: feedback.service)
        return Phrase("评价 \(number) · \(service.zh)", "feedback \(number) · \(service.en)")
    }

    private func itemName(_ number: Int, of key: DirectiveKey, _ access: any ReadAccess) throws -> Phrase? {
        guard let item = try DirectiveStore.directive(key, in: access)?.item(number) else { return nil }
        let words = "\(Self.beginning(of: item.text)) · \(item.unit)"
        return Phrase("\(key.phrase.zh)第 \(number) 项 \(words)", "\(key.phrase.en), item \(number) \(words)")
    }

    /// So much of a text as names it in a list (design value); its own page has the whole.
    private static let nameMax = 20

    private static func beginning(of text: String) -> String {
        let ends: Set<Character> = ["。", "；", "\n"]
        let sentence = text.prefix { !ends.contains($0) }
        return sentence.count > nameMax ? "\(sentence.prefix(nameMax))…" : String(sentence)
    }
}
