import Facts
import Kernel
import Persistence

/// Facts that the feed does not tell of, in words: what kind they are and what they are about. A kind that nobody has
/// put into words yet shows its own name, so that nothing is missing from a timeline.
struct TimelineWords {
    let sources: any PortalSources
    let scope: Scope
    let access: any ReadAccess

    /// The rooms by which a timeline is narrowed: the first word of a fact's kind.
    static let rooms: [(code: String, phrase: Phrase)] = [
        ("registry", Phrase("登记", "register")), ("monitoring", Phrase("监测", "monitoring")),
        ("supervision", Phrase("办案", "cases")), ("duty", Phrase("任务", "duties")),
        ("devices", Phrase("设备", "devices")), ("decision", Phrase("判定", "decisions")),
        ("access", Phrase("单位与人员", "organisations")),
    ]

    /// The room of a kind of fact.
    static func room(of kind: String) -> Phrase {
        let code = String(kind.prefix { $0 != "." })
        return rooms.first { $0.code == code }?.phrase ?? Phrase(code, code)
    }

    /// Who wrote a fact, as a reader understands it: people keep their codes, the platform's own hands are named by
    /// what they stand for.
    static func author(_ text: String) -> Phrase {
        if let part = FactAuthor(text: text).part { return part }
        let person = text.hasPrefix("person:") ? String(text.dropFirst("person:".count)) : text
        return Phrase(person, person)
    }

    /// How the kinds begin that a role is not told of. An enterprise learns of no suspicion against it before somebody
    /// has looked (decision 45), nor of the decisions behind one, nor of what officers ask its devices.
    static func hidden(from role: Role) -> [String] {
        switch role {
        case .cityOfficer, .branchOfficer: []
        case .enterpriseManager, .liaison, .administrator, .securityAdministrator, .auditAdministrator:
            ["monitoring.suspicion", "decision.", "devices."]
        }
    }

    /// The sentence of an entry, and where it leads.
    func sentence(_ entry: JournalEntry) throws -> (words: Phrase, link: String) {
        if let fact = try entry.fact(RegisterEntryChanged.self) {
            return (changed(fact), "/register/\(fact.record)/\(fact.code)")
        }
        if let fact = try entry.fact(RegisterEntryEntered.self) {
            let record = sources.recordPhrase(fact.record) ?? Phrase(fact.record, fact.record)
            let name = fact.values["name"] ?? fact.code
            return (
                Phrase("登记\(record.zh) \(name)", "entered: \(record.en.lowercased()) \(name)"),
                "/register/\(fact.record)/\(fact.code)"
            )
        }
        if let fact = try entry.fact(StandingTold.self) { return asked(fact) }
        let words = Self.words[entry.kind] ?? Phrase(entry.kind, entry.kind)
        if let fact = try entry.fact(DecisionTaken.self) {
            let rule = sources.rule(fact.rule)
            let title = rule?.title ?? Phrase(fact.rule, fact.rule)
            let link = rule?.hasPage == true ? "/decisions/\(fact.decision)" : Self.link(entry)
            return (Phrase("\(words.zh)：\(title.zh)", "\(words.en): \(title.en)"), link)
        }
        guard let reference = entry.subject.reference else { return (words, Self.link(entry)) }
        let place = try place(of: reference) ?? Phrase(reference, reference)
        return (Phrase("\(words.zh)：\(place.zh)", "\(words.en): \(place.en)"), Self.link(entry))
    }

    /// What an entry is about, as people call it: an outlet by its name, a case by its number and outlet, and a state
    /// by its outlet alone, for its code says nothing to a reader. Nil for what has no better name than its code.
    func place(of reference: String) throws -> Phrase? {
        if let outlet = OutletID(reference), let name = try sources.outletName(outlet, scope: scope, in: access) {
            return Phrase(name, name)
        }
        guard let name = try sources.matterPlace(reference, scope: scope, in: access) else { return nil }
        guard reference.first?.isNumber == true, let number = CaseID(reference)?.documentNumber else {
            return Phrase(name, name)
        }
        return Phrase("\(number)（\(name)）", "\(number) (\(name))")
    }

    private func changed(_ fact: RegisterEntryChanged) -> Phrase {
        let record = sources.recordPhrase(fact.record) ?? Phrase(fact.record, fact.record)
        let fields = fact.changes.map {
            sources.fieldPhrase($0.field, of: fact.record) ?? Phrase($0.field, $0.field)
        }
        return Phrase(
            "更改\(record.zh) \(fact.code)：\(fields.map(\.zh).joined(separator: "、"))",
            "changed: \(record.en.lowercased()) \(fact.code), " + fields.map(\.en).joined(separator: ", "))
    }

    private func asked(_ fact: StandingTold) -> (words: Phrase, link: String) {
        (
            Phrase(
                "\(fact.organisationName) 查询了企业信息（\(fact.sheet)）",
                "\(fact.organisationName) asked how the enterprise stands (\(fact.sheet))"),
            "/standing/\(fact.sheet)"
        )
    }

    private static func link(_ entry: JournalEntry) -> String {
        let file = entry.subject.enterprise.map { "/enterprises/\($0)" } ?? "/todo"
        guard let reference = entry.subject.reference else { return file }
        switch entry.kind.prefix(while: { $0 != "." }) {
        case "decision" where reference.hasPrefix("ST"): return "/states/\(reference)"
        case "decision" where OutletID(reference) != nil && reference.contains("-"): return "/outlets/\(reference)"
        case "supervision": return "/cases/\(reference)"
        case "registry" where OutletID(reference) != nil: return "/register/outlet/\(reference)"
        case "monitoring" where entry.kind.hasPrefix("monitoring.state-"): return "/states/\(reference)"
        case "monitoring" where entry.kind.hasPrefix("monitoring.suspicion"): return "/suspicions"
        case "monitoring": return "/outlets/\(reference)"
        case "devices": return "/devices/\(reference)"
        default: return file
        }
    }

    /// Every kind of fact of `Facts` that the feed has no sentence for.
    static let words: [String: Phrase] = [
        "installation.made": Phrase("建库", "the database was made"),
        "registry.enterprise-registered": Phrase("企业登记", "the enterprise was entered"),
        "registry.outlet-registered": Phrase("排放口登记", "an outlet was entered"),
        "registry.boundaries-imported": Phrase("行政界线导入", "boundaries were imported"),
        "registry.device-key-set": Phrase("设备新密钥待启用", "a new key of a device waits"),
        "registry.device-password-set": Phrase("设备新密码待启用", "a new password of a device waits"),
        "registry.device-secret-confirmed": Phrase("设备密码或密钥启用", "a password or key is in force"),
        "registry.device-number-assigned": Phrase("数采仪新编号待启用", "a new device number waits"),
        "registry.device-number-confirmed": Phrase("数采仪更换编号", "a logger goes by its new number"),
        "registry.standing-told": Phrase("银行查询企业信息", "a bank asked how the enterprise stands"),
        "monitoring.frames-received": Phrase("收到报文", "frames came in"),
        "monitoring.amount-recorded-again": Phrase("排放量重新核定", "an amount was recorded again"),
        "monitoring.device-check-settled": Phrase("设备检查结束", "a check of a device was settled"),
        "monitoring.factor-mapping-recorded": Phrase("因子编码映射", "a code was mapped to a factor"),
        "monitoring.hour-alert-changed": Phrase("小时预警变化", "an hourly warning changed"),
        "monitoring.hour-alert-withdrawn": Phrase("小时预警撤销", "an hourly warning was withdrawn"),
        "monitoring.hours-reread": Phrase("小时值重新读取", "hours were read again"),
        "monitoring.limit-ended": Phrase("限值终止", "a limit ended"),
        "monitoring.limit-recorded": Phrase("限值登记", "a limit was recorded"),
        "monitoring.mark-stated": Phrase("企业标记", "the enterprise marked values"),
        "monitoring.marks-closed": Phrase("标记截止", "marks were closed"),
        "monitoring.quarantine-dropped": Phrase("隔离数据清除", "set-aside bytes were dropped"),
        "monitoring.quarantine-reprocessed": Phrase("隔离数据重新处理", "set-aside bytes were read again"),
        "monitoring.rule-adopted": Phrase("规则采用", "a rule was adopted"),
        "monitoring.rule-adoption-ended": Phrase("规则采用终止", "an adoption ended"),
        "monitoring.state-changed": Phrase("监测状态变化", "a state changed"),
        "monitoring.state-course-moved": Phrase("监测状态处置推进", "the course of a state moved"),
        "monitoring.state-ended": Phrase("监测状态结束", "a state ended"),
        "monitoring.state-found": Phrase("监测状态", "a state was found"),
        "monitoring.state-step-taken": Phrase("监测状态处置", "a step about a state"),
        "monitoring.state-withdrawn": Phrase("监测状态撤销", "a state was withdrawn"),
        "monitoring.suspicion-found": Phrase("造假嫌疑", "a suspicion was found"),
        "monitoring.suspicion-ended": Phrase("造假嫌疑处理", "a suspicion ended"),
        "monitoring.values-rejudged": Phrase("数据重新判定", "values were judged again"),
        "decision.taken": Phrase("判定", "a decision"),
        "devices.command-asked": Phrase("对设备下达指令", "a command to a device was asked for"),
        "devices.command-sent": Phrase("指令已发送", "a command was sent"),
        "devices.command-ended": Phrase("指令结束", "a command ended"),
        "devices.device-asked": Phrase("设备提出请求", "a device asked"),
        "devices.finding-began": Phrase("设备异常开始", "a finding about a device began"),
        "devices.finding-ended": Phrase("设备异常结束", "a finding about a device ended"),
        "devices.gap-given-up": Phrase("数据缺口放弃补取", "a gap was given up"),
        "devices.key-policy-set": Phrase("密钥策略设定", "the policy of keys was set"),
        "devices.registration-accepted": Phrase("设备注册通过", "a registration was accepted"),
        "devices.registration-dismissed": Phrase("设备注册驳回", "a registration was dismissed"),
        "supervision.case-episode-joined": Phrase("超标并入案件", "an exceedance joined a case"),
        "supervision.case-recounted": Phrase("案件次数重新计算", "a case was counted again"),
        "supervision.case-evidence-changed": Phrase("案件依据变化", "what a case rests on changed"),
        "supervision.case-reopened": Phrase("案件恢复办理", "a closed case was reopened"),
        "supervision.case-handed-over": Phrase("案件移送", "a case was handed over"),
        "supervision.record-answered": Phrase("现场记录经同行人员答复", "a record on site was answered"),
        "supervision.exceedance-exempted": Phrase("超标免于立案", "an exceedance was exempted"),
        "supervision.holidays-imported": Phrase("节假日导入", "days off were imported"),
        "supervision.operating-condition-stated": Phrase("工况说明", "an operating condition was stated"),
        "access.organisation-recorded": Phrase("单位登记", "an organisation was entered"),
        "access.administrator-reset-asked": Phrase("申请重置管理员", "a reset of an administrator was asked for"),
        "access.administrator-reset-settled": Phrase("重置管理员已处理", "a reset of an administrator was settled"),
        "access.person-admitted": Phrase("人员开通", "a person was given access"),
        "governance.policy-entered": Phrase("政策入库", "a policy was entered"),
        "governance.unit-bound": Phrase("牵头单位对应", "a lead unit was bound"),
        "governance.task-assigned": Phrase("政策任务责任人", "somebody answers for a task"),
        "governance.milestone-set": Phrase("政策任务里程碑", "a milestone was set"),
        "governance.milestone-reached": Phrase("政策任务里程碑完成", "a milestone was reached"),
        "governance.task-reported": Phrase("政策任务月报", "a task was reported on"),
        "governance.report-reviewed": Phrase("政策任务月报审核", "a report was reviewed"),
        "governance.task-extended": Phrase("政策任务延期", "a task was extended"),
        "governance.reform-document-entered": Phrase("制度文件登记", "a document of a reform was entered"),
        "governance.reform-document-advanced": Phrase("制度文件阶段", "a document of a reform came to a stage"),
        "governance.project-unit-named": Phrase("项目负责单位", "a unit answers for a project"),
        "governance.project-month-reported": Phrase("项目月度进展", "a month of a project was reported on"),
        "governance.project-obstacle-met": Phrase("项目困难问题", "an obstacle of a project"),
        "governance.project-obstacle-solved": Phrase("项目问题解决", "an obstacle of a project was solved"),
        "governance.project-need-asked": Phrase("项目要素需求", "a project asked for land or a quota"),
        "governance.project-need-granted": Phrase("项目要素落实", "land or a quota was granted"),
        "governance.project-placed": Phrase("项目坐标", "the place of a project"),
        "governance.project-photo-filed": Phrase("项目照片", "a photo of a project was filed"),
        "governance.project-photo-taken-back": Phrase("项目照片撤回", "a photo of a project was taken back"),
        "governance.pool-project-entered": Phrase("项目入库", "a project was entered in the reserve pool"),
        "governance.pool-project-moved": Phrase("储备项目阶段", "a project of the pool came to a stage"),
        "governance.pool-money-secured": Phrase("储备项目资金落实", "money for a project of the pool"),
        "governance.fund-opened": Phrase("设立资金", "a fund was opened"),
        "governance.fund-entry-made": Phrase("资金收支记录", "an entry in a fund's book"),
        "governance.fund-applied-for": Phrase("资金申请", "a unit applied for money of a fund"),
        "governance.fund-application-judged": Phrase("资金申请审核", "an application for money was reviewed"),
        "governance.contribution-filed": Phrase("政策任务配合情况", "a unit added what it did for a task"),
        "governance.takeover-asked": Phrase("申请变更任务责任单位", "another unit is to answer for a task"),
        "governance.target-set": Phrase("政策任务年度目标", "a target of a year was set"),
        "governance.target-confirmed": Phrase("确认年度目标", "a target of a year was agreed to"),
        "governance.act-taken-back": Phrase("撤回任务办理", "an act about a task was taken back"),
        "governance.evidence-filed": Phrase("政策月报佐证", "evidence of a report on a task was filed"),
        "governance.tolerance-found": Phrase("容错免责认定", "a finding on an excuse"),
        "governance.indicator-filed": Phrase("指标数值填报", "a value of an indicator was filed"),
        "governance.month-frozen": Phrase("指标月份定稿", "a month of indicators was closed"),
        "governance.survey-opened": Phrase("满意度调查开始", "a survey of satisfaction was opened"),
        "governance.survey-answers-taken": Phrase("满意度调查答卷导入", "answers of a survey came in"),
        "governance.survey-closed": Phrase("满意度调查结束", "a survey of satisfaction was closed"),
        "governance.feedback-received": Phrase("公众评价", "public feedback came in"),
        "governance.feedback-settled": Phrase("公众评价办结", "public feedback was answered"),
        "governance.light-changed": Phrase("政策任务进度灯变化", "a light changed"),
        "governance.directive-issued": Phrase("督查通知或会议纪要印发", "a notice or minutes were issued"),
        "governance.directive-answered": Phrase("督查和会议事项答复", "a finding or decision was answered"),
        "governance.directive-judged": Phrase("督查和会议事项验收", "the office judged an answer"),
        "governance.analysis-written": Phrase("形势分析编写", "a report on environment and economy was written"),
        "governance.analysis-issued": Phrase("形势分析印发", "a report on environment and economy was issued"),
        "notices.subscribed": Phrase("数据推送开通", "notices were subscribed to"),
        "notices.subscription-ended": Phrase("数据推送终止", "a subscription ended"),
    ]
}
