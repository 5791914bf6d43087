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
        case .milestone?: Phrase("完成任务里程碑", "reach a milestone")
        case .deadline?: Phrase("按时限完成任务", "fulfil a task by its deadline")
        case .document?: Phrase("办理改革文件", "issue, file or review a document")
        case .projectReport?: Phrase("填报项目月度进展", "report on a month of a project")
        case .solve?: Phrase("解决项目困难问题", "solve an obstacle of a project")
        case .grant?: Phrase("落实项目要素", "grant what a project needs")
        case .target?: Phrase("确认任务年度目标", "agree to the target of a year")
        case .pressMatter?: Phrase("催办逾期事项", "press for something overdue")
        case nil: nil
        }
    }

    /// The page on which a duty is done.
    public static func dutyAddress(_ reference: String) -> String {
        if let number = Feedback.number(in: reference) { return "/governance/voice/\(number)" }
        if let (key, _) = DirectiveKey.item(reference) { return "/governance/directives/\(key)" }
        if let (fund, _) = FundApplication.place(in: reference) { return "/governance/funds/\(fund)" }
        if let place = WorkPlace(reference: reference) { return place.address }
        return TaskKey(reference: reference).map { "/governance/\($0.policy)/tasks/\($0.number)" } ?? "/governance"
    }

    /// How much of a text tells what a duty is about. Design value.
    private static let placeTextMax = 24

    /// What a duty is about: the task with the unit that answers for it and the month, the finding or decision.
    public func dutyPlace(_ reference: String, in access: any ReadAccess) throws -> String? {
        if let number = Feedback.number(in: reference) { return "#\(number)" }
        if let (key, item) = DirectiveKey.item(reference) {
            let found = try DirectiveStore.directives(kind: key.kind, in: access).first { $0.key == key }?
                .document.items.first { $0.number == item }
            return "\(key.phrase.zh) · \(item)"
                + (found.map { " \(Self.begin($0.text)) · \($0.unit)" } ?? "")
        }
        if let (fund, number) = FundApplication.place(in: reference) {
            let found = try FundStore.funds(fund, in: access).first?.application(number)
            return found.map { "\(Self.begin($0.what)) · \($0.unit)" }
        }
        if let place = WorkPlace(reference: reference) { return try words(of: place, in: access) }
        guard let key = TaskKey(reference: reference),
            let task = try desk.shelf.policy(key.policy, in: access)?
                .task(key.number)
        else { return nil }
        let unit = try TaskStore.record(of: key, in: access).assignment?.unit ?? task.leadUnits.first ?? ""
        let month = CivilMonth(String(reference.suffix(7))).map { " · \($0)" } ?? ""
        return "\(key.number) \(Self.begin(task.text)) · \(unit)\(month)"
    }

    /// What a matter is, and with which unit.
    private func words(of place: WorkPlace, in access: any ReadAccess) throws -> String? {
        let code = place.policy
        var (what, unit): (String?, String?) = (nil, nil)
        switch place.matter {
        case .milestone(let task, let number):
            let record = try TaskStore.record(of: TaskKey(policy: code, number: task), in: access)
            let title = record.milestones.first { $0.number == number }?.title
            (what, unit) = (title.map { "\(task) \(Self.begin($0))" }, record.assignment?.unit)
        case .deadline(let task):
            let key = TaskKey(policy: code, number: task)
            (what, unit) = (
                try desk.shelf.policy(code, in: access)?.task(task).map { "\(task) \(Self.begin($0.text))" },
                try TaskStore.record(of: key, in: access).assignment?.unit
            )
        case .target(let task, let year):
            let record = try TaskStore.record(of: TaskKey(policy: code, number: task), in: access)
            (what, unit) = (
                record.target(of: year).map { "\(task) \(year) \(Self.begin($0.text))" }, record.assignment?.unit
            )
        case .document(let reform, let number):
            let document = try ReformStore.documents(of: code, reform: reform, in: access).first {
                $0.number == number
            }
            (what, unit) = (document.map { Self.begin($0.title) }, document?.unit)
        case .obstacle(let project, let number):
            let found = try ProjectStore.records(of: code, in: access)[project]?.obstacles.first {
                $0.number == number
            }
            (what, unit) = (found.map { Self.begin($0.what) }, found?.owner)
        case .need(let project, let number):
            let found = try ProjectStore.records(of: code, in: access)[project]?.needs.first { $0.number == number }
            (what, unit) = (found.map { Self.begin($0.what) }, found?.owner)
        case .month(let project, let month):
            let found = try desk.shelf.policy(code, in: access)?.projects.first { $0.number == project }
            (what, unit) = (
                found.map { "\(Self.begin($0.name)) · \(month)" },
                try ProjectStore.records(of: code, in: access)[project]?.unit
            )
        }
        return what.map { words in unit.map { "\(words) · \($0)" } ?? words }
    }

    private static func begin(_ text: String) -> String {
        text.count > placeTextMax ? "\(text.prefix(placeTextMax))…" : text
    }
}
