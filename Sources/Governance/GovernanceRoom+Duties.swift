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
        if let place = WorkPlace(reference: reference) { return try matterName(of: place, in: access) }
        guard let key = TaskKey(reference: reference) else { return nil }
        let task = try desk.shelf.policy(key.policy, in: access)?.task(key.number)
        let words = task.map { " \(Self.beginning(of: $0.text))" } ?? ""
        let month = CivilMonth(String(reference.split(separator: ".").last ?? ""))
        let record = try TaskStore.record(of: key, in: access)
        let assigned = month.flatMap { record.unit(of: $0) } ?? record.assignment?.unit
        let units =
            assigned.map { Phrase($0, $0) }
            ?? task?.leadUnits.first.map { unit in
                (task?.leadUnits.count ?? 1) > 1 ? Phrase("\(unit)等", "\(unit) and others") : Phrase(unit, unit)
            }
        let details = [units, month.map { Phrase("\($0)", "\($0)") }].compactMap(\.self)
        let place =
            DirectiveKey(key.policy.text).map {
                Phrase("\($0.phrase.zh)第 \(key.number) 项", "\($0.phrase.en), item \(key.number)")
            } ?? Phrase("任务 \(key.number)", "task \(key.number)")
        return Phrase(
            (["\(place.zh)\(words)"] + details.map(\.zh)).joined(separator: " · "),
            (["\(place.en)\(words)"] + details.map(\.en)).joined(separator: " · "))
    }

    /// What a matter is, and with which unit.
    private func matterName(of place: WorkPlace, in access: any ReadAccess) throws -> Phrase? {
        let code = place.policy
        var (what, unit): (String?, String?) = (nil, nil)
        switch place.matter {
        case .milestone(let task, let number):
            let record = try TaskStore.record(of: TaskKey(policy: code, number: task), in: access)
            let title = record.milestones.first { $0.number == number }?.title
            (what, unit) = (title.map { "\(task) \(Self.beginning(of: $0))" }, record.assignment?.unit)
        case .deadline(let task):
            let key = TaskKey(policy: code, number: task)
            (what, unit) = (
                try desk.shelf.policy(code, in: access)?.task(task).map { "\(task) \(Self.beginning(of: $0.text))" },
                try TaskStore.record(of: key, in: access).assignment?.unit
            )
        case .target(let task, let year):
            let record = try TaskStore.record(of: TaskKey(policy: code, number: task), in: access)
            (what, unit) = (
                record.target(of: year).map { "\(task) \(year) \(Self.beginning(of: $0.text))" },
                record.assignment?.unit
            )
        case .document(let reform, let number):
            let document = try ReformStore.documents(of: code, reform: reform, in: access).first {
                $0.number == number
            }
            (what, unit) = (document.map { Self.beginning(of: $0.title) }, document?.unit)
        case .obstacle(let project, let number):
            let found = try ProjectStore.records(of: code, in: access)[project]?.obstacles.first {
                $0.number == number
            }
            (what, unit) = (found.map { Self.beginning(of: $0.what) }, found?.owner)
        case .need(let project, let number):
            let found = try ProjectStore.records(of: code, in: access)[project]?.needs.first { $0.number == number }
            (what, unit) = (found.map { Self.beginning(of: $0.what) }, found?.owner)
        case .month(let project, let month):
            let found = try desk.shelf.policy(code, in: access)?.projects.first { $0.number == project }
            (what, unit) = (
                found.map { "\(Self.beginning(of: $0.name)) · \(month)" },
                try ProjectStore.records(of: code, in: access)[project]?.unit
            )
        }
        return what.map { what in
            let words = unit.map { "\(what) · \($0)" } ?? what
            return Phrase(words, words)
        }
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
