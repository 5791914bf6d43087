import Facts
public import Kernel

extension TimelineWords {
    /// What each kind of fact is called where only kinds are told, by the kind.
    static let namesOfKinds: [String: Phrase] = words.merging(kindsWithSentences) { own, _ in own }

    /// Kinds that timelines tell in sentences of their own, and those of people and access, which no timeline tells.
    private static let kindsWithSentences: [String: Phrase] = [
        ExceedanceFound.kind: Phrase("发现超标", "an exceedance was found"),
        ExceedanceChanged.kind: Phrase("超标变化", "an exceedance changed"),
        ExceedanceWithdrawn.kind: Phrase("超标撤销", "an exceedance was withdrawn"),
        HourAlertRaised.kind: Phrase("小时预警", "an hourly warning was raised"),
        CaseOpened.kind: Phrase("立案", "a case was opened"),
        CaseStepTaken.kind: Phrase("案件办理", "a step of a case"),
        CaseEscalated.kind: Phrase("案件升级", "a case was escalated"),
        CaseMerged.kind: Phrase("并案", "a case was merged"),
        CaseRecounted.kind: Phrase("案件次数重新计算", "a case was counted again"),
        CaseClockWarned.kind: Phrase("案件时限提醒", "the clock of a case warned"),
        EvidenceFiled.kind: Phrase("上传证据", "evidence was filed"),
        DutyMissed.kind: Phrase("任务超时", "a duty was missed"),
        PolicyDutyReminded.kind: Phrase("政策任务临期提醒", "a unit was reminded of a duty"),
        RegisterEntryEntered.kind: Phrase("登记条目", "an entry was entered"),
        RegisterEntryChanged.kind: Phrase("更改登记", "an entry was changed"),
        "access.person-signed-in": Phrase("登录", "somebody signed in"),
        "access.sign-in-refused": Phrase("登录被拒绝", "a sign-in was refused"),
        "access.person-proposed": Phrase("登记人员", "a person was proposed"),
        "access.role-granted": Phrase("授予角色", "a role was granted"),
        "access.person-moved": Phrase("人员调动", "a person was moved"),
        "access.person-left": Phrase("人员离岗", "a person left"),
        "access.second-factor-changed": Phrase("双因素认证变化", "a second factor changed"),
        "access.password-changed": Phrase("密码变化", "a password changed"),
        "access.sessions-ended": Phrase("会话结束", "sessions were ended"),
        "access.login-unlocked": Phrase("登录解锁", "a login was unlocked"),
        "access.token-issued": Phrase("签发访问令牌", "a token was issued"),
        "access.token-revoked": Phrase("吊销访问令牌", "a token was revoked"),
        "access.certificate-recorded": Phrase("执法证登记", "a certificate was recorded"),
        "access.certificate-withdrawn": Phrase("执法证注销", "a certificate was withdrawn"),
    ]
}

extension PortalRoom {
    /// What kinds of fact are called, by their codes in order.
    public static let namesOfFacts: [(code: String, name: Phrase)] =
        TimelineWords.namesOfKinds.map { (code: $0.key, name: $0.value) }.sorted { $0.code < $1.code }
}
