import Facts
import Kernel
import Persistence
import Standards
import Web

/// Puts facts of the journal into sentences.
struct FeedSentences {
    let sources: any PortalSources
    let scope: Scope
    let access: any ReadAccess

    private var words: TimelineWords { TimelineWords(sources: sources, scope: scope, access: access) }

    /// The line of an entry; nil for a fact the feed does not tell of.
    func item(_ entry: JournalEntry) throws -> FeedItem? {
        if let fact = try entry.fact(ExceedanceFound.self) { return try found(fact, entry) }
        if let fact = try entry.fact(ExceedanceChanged.self) { return try changed(fact, entry) }
        if let fact = try entry.fact(ExceedanceWithdrawn.self) { return try withdrawn(fact, entry) }
        if let fact = try entry.fact(CaseOpened.self) { return try opened(fact, entry) }
        if let fact = try entry.fact(CaseStepTaken.self) { return step(fact, entry) }
        if let fact = try entry.fact(DutyMissed.self) { return try missed(fact, entry) }
        if let fact = try entry.fact(CaseEscalated.self) { return escalated(fact, entry) }
        if let fact = try entry.fact(CaseClockWarned.self) { return warned(fact, entry) }
        if let fact = try entry.fact(CaseReopened.self) { return reopened(fact, entry) }
        if let fact = try entry.fact(CaseMerged.self) { return merged(fact, entry) }
        if let fact = try entry.fact(EvidenceFiled.self) { return filed(fact, entry) }
        if let fact = try entry.fact(HourAlertRaised.self) { return try raised(fact, entry) }
        if let fact = try entry.fact(StateEpisodeFound.self) { return try stateFound(fact, entry) }
        if let fact = try entry.fact(PolicyDutyReminded.self) { return try reminded(fact, entry) }
        return nil
    }

    /// The line of an entry; for a fact the feed does not tell of, what kind of fact it is and what it is about.
    func itemOrKind(_ entry: JournalEntry) throws -> FeedItem {
        if let item = try item(entry) { return item }
        let (sentence, link) = try words.sentence(entry)
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt, sentence: sentence, tag: "neutral",
            tagWord: TimelineWords.room(of: entry.kind), link: link)
    }

    private func found(_ fact: ExceedanceFound, _ entry: JournalEntry) throws -> FeedItem {
        let place = try name(of: fact.outlet)
        let factor = Pollutant(fact.pollutant)
        let amounts = "\(fact.extent.peak) / \(fact.extent.limit)"
        let figures = Phrase("\(amounts) \(factor.unit)", "\(amounts) \(factor.unit(.english))")
        if fact.pollutant.text == Self.furnaceTemperature { return cold(fact, place, entry) }
        let mean = (fact.extent.averaging ?? .hour).phrase
        let times =
            fact.extent.countsMultiple
            ? Phrase("超标 \(fact.extent.multiple) 倍", "\(fact.extent.multiple) times over")
            : Phrase("超出限值范围", "outside its limits")
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt,
            sentence: Phrase(
                "\(place) \(factor.name.zh)\(mean.zh)\(times.zh)（\(figures.zh)）",
                "\(place): \(factor.name.en), \(mean.en) \(times.en) (\(figures.en))"),
            tag: fact.extent.level.rawValue, tagWord: fact.extent.level.phrase,
            link: "/outlets/\(fact.outlet)?factor=\(fact.pollutant)")
    }

    /// The temperature of a furnace, which has no mean that is told.
    private static let furnaceTemperature = "a01901"

    private func cold(_ fact: ExceedanceFound, _ place: String, _ entry: JournalEntry) -> FeedItem {
        let day = fact.extent.firstHour.civil.date
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt,
            sentence: Phrase(
                "\(place) \(day) 炉膛温度 5 分钟均值低于 \(fact.extent.limit) ℃ 超过 5 次",
                "\(place): on \(day) more than 5 five-minute means of the furnace below \(fact.extent.limit) °C"),
            tag: fact.extent.level.rawValue, tagWord: fact.extent.level.phrase,
            link: "/outlets/\(fact.outlet)/furnace/\(day)")
    }

    private func raised(_ fact: HourAlertRaised, _ entry: JournalEntry) throws -> FeedItem {
        let (place, factor) = (try name(of: fact.outlet), Pollutant(fact.pollutant))
        let amounts = "\(fact.extent.peak) / \(fact.extent.limit)"
        let figures = Phrase("\(amounts) \(factor.unit)", "\(amounts) \(factor.unit(.english))")
        if fact.decidesByDay == true { return raisedByDay(fact, place, figures, entry) }
        let sentence =
            fact.pollutant.text.hasPrefix("a")
            ? Phrase(
                "\(place) \(factor.name.zh)缺可判定的小时值，计算值超过限值（\(figures.zh)），请补传或标记；仅预警，不构成超标",
                "\(place): an hour of \(factor.name.en) cannot be judged, computed beyond the limit (\(figures.en)); "
                    + "upload or mark it; a warning only")
            : Phrase(
                "\(place) \(factor.name.zh)小时值高于日均限值（\(figures.zh)），请查看；仅预警，不构成超标",
                "\(place): hourly \(factor.name.en) beyond the daily limit (\(figures.en)), have a look; a warning only"
            )
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt, sentence: sentence,
            tag: "open", tagWord: Phrase("预警", "warning"),
            link: "/outlets/\(fact.outlet)?factor=\(fact.pollutant)")
    }

    /// Where the day decides: at an incinerator.
    private func raisedByDay(
        _ fact: HourAlertRaised, _ place: String, _ figures: Phrase, _ entry: JournalEntry
    ) -> FeedItem {
        let factor = Pollutant(fact.pollutant)
        let sentence =
            fact.extent.averaging == .day
            ? Phrase(
                "\(place) \(factor.name.zh)未上传日均值，由小时值计算超过限值（\(figures.zh)），请补传或标记；仅预警，不构成超标",
                "\(place): no daily \(factor.name.en) was uploaded, computed beyond the limit (\(figures.en)); upload "
                    + "or mark it; a warning only")
            : Phrase(
                "\(place) \(factor.name.zh)小时值高于小时限值（\(figures.zh)），请核实或标记；以日均值判定，仅预警，不构成超标",
                "\(place): hourly \(factor.name.en) beyond the hourly limit (\(figures.en)), have a look or mark it; "
                    + "the day decides, a warning only")
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt, sentence: sentence, tag: "open",
            tagWord: Phrase("预警", "warning"), link: "/outlets/\(fact.outlet)?factor=\(fact.pollutant)")
    }

    private func changed(_ fact: ExceedanceChanged, _ entry: JournalEntry) throws -> FeedItem {
        let outlet = entry.subject.reference.flatMap { OutletID($0) }
        let place = try outlet.map { try name(of: $0) } ?? ""
        let extent = fact.extent
        let time =
            extent.averaging == .day
            ? Phrase("\(extent.hours) 天", "\(extent.hours) d") : Phrase("\(extent.hours) 小时", "\(extent.hours) h")
        let most =
            extent.countsMultiple
            ? Phrase("，最高超标 \(extent.multiple) 倍", ", at most \(extent.multiple) times over") : Phrase("", "")
        let sentence =
            extent.ended
            ? Phrase(
                "\(place) 超标结束：共 \(time.zh)\(most.zh)", "\(place): exceedance ended after \(time.en)\(most.en)")
            : Phrase(
                "\(place) 持续超标：已 \(time.zh)\(most.zh)", "\(place): still exceeding after \(time.en)\(most.en)")
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt, sentence: sentence,
            tag: extent.ended ? "neutral" : extent.level.rawValue,
            tagWord: extent.ended ? Phrase("结束", "ended") : extent.level.phrase,
            link: "/outlets/\(outlet?.text ?? "")")
    }

    private func withdrawn(_ fact: ExceedanceWithdrawn, _ entry: JournalEntry) throws -> FeedItem {
        let outlet = entry.subject.reference.flatMap { OutletID($0) }
        let place = try outlet.map { try name(of: $0) } ?? ""
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt,
            sentence: fact.mergedInto == nil
                ? Phrase("\(place) 超标不再成立（数据更正）", "\(place): exceedance no longer stands (values corrected)")
                : Phrase("\(place) 两次超标连成一次", "\(place): two exceedances have grown into one"),
            tag: "neutral",
            tagWord: fact.mergedInto == nil ? Phrase("撤销", "withdrawn") : Phrase("合并", "joined"),
            link: "/outlets/\(outlet?.text ?? "")")
    }

    private func opened(_ fact: CaseOpened, _ entry: JournalEntry) throws -> FeedItem {
        let number = fact.caseID.documentNumber
        let place = try name(of: fact.outlet)
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt,
            sentence: Phrase("案件 \(number) 立案：\(place)", "case \(number) opened: \(place)"),
            tag: "open", tagWord: Phrase("立案", "case"), link: "/cases/\(fact.caseID)")
    }

    private func step(_ fact: CaseStepTaken, _ entry: JournalEntry) -> FeedItem {
        let number = fact.caseID.documentNumber
        let step = sources.stepPhrase(fact.action) ?? Phrase(fact.action, fact.action)
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt,
            sentence: Phrase("案件 \(number)：\(step.zh)", "case \(number): \(step.en)"), tag: "done",
            tagWord: Phrase("办理", "step"), link: "/cases/\(fact.caseID)")
    }

    private func missed(_ fact: DutyMissed, _ entry: JournalEntry) throws -> FeedItem {
        let duty = sources.dutyPhrase(fact.dutyKind) ?? Phrase(fact.dutyKind, fact.dutyKind)
        let address = sources.dutyAddress(fact.dutyKind, about: fact.reference)
        let matter =
            address.hasPrefix("/cases/")
            ? Phrase("案件", "case")
            : address.hasPrefix("/outlets/")
                ? Phrase("排放口", "outlet")
                : address.hasPrefix("/states/") ? Phrase("监测状态", "monitoring at") : Phrase("政策", "policy")
        let told = try words.place(of: fact.reference)
        let place =
            try told
            ?? sources.dutyPlace(fact.dutyKind, about: fact.reference, scope: scope, in: access)
            ?? Phrase(fact.reference, fact.reference)
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt,
            sentence: Phrase(
                "\(matter.zh) \(place.zh)：“\(duty.zh)”已超时",
                "\(matter.en) \(place.en): “\(duty.en)” is overdue"),
            tag: "late", tagWord: Phrase("超时", "overdue"), link: address)
    }

    private func escalated(_ fact: CaseEscalated, _ entry: JournalEntry) -> FeedItem {
        let number = fact.caseID.documentNumber
        let sentence =
            fact.handedTo.map { role in
                fact.beside == nil
                    ? Phrase(
                        "案件 \(number) 逾期，任务上交\(role.phrase.zh)",
                        "case \(number) is overdue: its duty goes to the \(role.phrase.en)")
                    : Phrase(
                        "案件 \(number) 的延期申请逾期未审批，上交\(role.phrase.zh)",
                        "case \(number): a request for more time was not decided in time and goes to the "
                            + role.phrase.en)
            }
            ?? Phrase(
                "案件 \(number) 逾期，升为\(fact.level.phrase.zh)",
                "case \(number) is overdue and warns \(fact.level.phrase.en) now")
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt, sentence: sentence, tag: fact.level.rawValue,
            tagWord: Phrase("升级", "escalated"), link: "/cases/\(fact.caseID)")
    }

    private func warned(_ fact: CaseClockWarned, _ entry: JournalEntry) -> FeedItem {
        let number = fact.caseID.documentNumber
        let due = fact.due.termText
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt,
            sentence: Phrase(
                "案件 \(number)：当前环节已过提醒时限，最迟 \(due) 办结",
                "case \(number): its present step has passed the warning, and is due by \(due)"),
            tag: "yellow", tagWord: Phrase("提醒", "warning"), link: "/cases/\(fact.caseID)")
    }

    private func reopened(_ fact: CaseReopened, _ entry: JournalEntry) -> FeedItem {
        let number = fact.caseID.documentNumber
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt,
            sentence: Phrase(
                "案件 \(number) 销号后超标加重，恢复办理",
                "case \(number) is open again: its exceedance is weightier than what was closed"),
            tag: fact.level.rawValue, tagWord: Phrase("恢复办理", "reopened"), link: "/cases/\(fact.caseID)")
    }

    private func merged(_ fact: CaseMerged, _ entry: JournalEntry) -> FeedItem {
        let (number, heir) = (fact.caseID.documentNumber, fact.into.documentNumber)
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt,
            sentence: Phrase("案件 \(number) 并入 \(heir)", "case \(number) merged into \(heir)"),
            tag: "neutral", tagWord: Phrase("并案", "merged"), link: "/cases/\(fact.into)")
    }

    private func filed(_ fact: EvidenceFiled, _ entry: JournalEntry) -> FeedItem {
        let number = fact.caseID.documentNumber
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt,
            sentence: Phrase("案件 \(number) 收到证据", "case \(number): evidence filed"), tag: "open",
            tagWord: Phrase("证据", "evidence"), link: "/cases/\(fact.caseID)")
    }

    /// Only what asks something of somebody: a feed of every maintenance hour would hide it.
    private func stateFound(_ fact: StateEpisodeFound, _ entry: JournalEntry) throws -> FeedItem? {
        guard fact.extent.asks, let state = sources.statePhrase(fact.extent.state) else { return nil }
        let place = try name(of: fact.outlet)
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt,
            sentence: Phrase("\(place)：\(state.zh)", "\(place): \(state.en)"), tag: "orange",
            tagWord: Phrase("监测状态", "state"), link: "/states/\(fact.episode)")
    }

    private func name(of outlet: OutletID) throws -> String {
        try sources.outletName(outlet, scope: scope, in: access) ?? outlet.text
    }
}
