import Facts
import Kernel
import Persistence
import TestMaterial
import Testing

@testable import Supervision
@testable import Web

struct CasePageTests {
    private func page(
        _ state: CaseState, by role: Role, isWithdrawn: Bool = false, evidence: CaseEvidence? = .example,
        late: Bool = false, ended: Bool = true, mergedInto: String? = nil, heir: CaseID? = nil,
        isProvisional: Bool = false, isJoined: Bool = false, request: ClosedLoop.RequestClock? = nil
    ) throws -> CasePage {
        let episode = CaseExample.episode(
            ended: ended, isWithdrawn: isWithdrawn || mergedInto != nil, mergedInto: mergedInto,
            isProvisional: isProvisional)
        let handed = CaseExample.step(.handOver, from: state, to: state, number: 20)
        let asked = CaseExample.step(.askTime, from: state, to: state, number: 20)
        let subject = CaseExample.subject(
            at: state, episodes: isJoined ? [episode, CaseExample.episode("EX3", isWithdrawn: true)] : [episode],
            isOvertime: late, occurrence: isJoined ? 3 : 1, request: request,
            more: isJoined ? [handed] : request == nil ? [] : [asked],
            reopenedAt: isJoined ? CaseExample.opened : nil)
        return CasePage(
            subject: subject, place: .example, evidence: evidence,
            heir: heir, officers: CaseExample.officers(["P1", "P-SECOND", "P-NONE"]),
            files: isJoined ? EvidenceKind.allCases.map { PaperPageTests.file($0) } : [], windows: [.example],
            rules: try CaseExample.rules(),
            actor: CaseExample.actor(role), now: CaseExample.opened.adding(hours: late ? 301 : 1), refused: nil)
    }

    /// A case whose order is served, and one whose order is not yet, each with a form that came too late.
    private func ordered(by role: Role = .branchOfficer) throws -> [CasePage] {
        let served = CaseExample.step(.serve, from: .ordered, to: .ordered, number: 7)
        let late = RefusedForm(
            problems: [CaseRefusal.overtaken(state: .ordered).problem],
            typed: ["findings": "写好的内容", "signature": "refused", "seen_step": "3"])
        return try [
            CaseExample.subject(at: .ordered, more: [served]), CaseExample.subject(at: .ordered, isServiceOwed: true),
        ].map { subject in
            CasePage(
                subject: subject, place: .example, evidence: nil, heir: nil, officers: [], files: [CaseExample.file],
                windows: [], rules: try CaseExample.rules(), actor: CaseExample.actor(role), now: CaseExample.opened,
                refused: late, unsent: .check)
        }
    }

    /// A checked case whose term ends with a day of 2027, which no notice tells of.
    private func reaching() throws -> CasePage {
        let due = Instant(startOf: try #require(CivilDate("2027-01-05")))
        return CasePage(
            subject: CaseExample.subject(at: .checked, due: due), place: .example, evidence: nil, heir: nil,
            officers: [], files: [], windows: [], rules: try CaseExample.rules(),
            actor: CaseExample.actor(.branchOfficer), now: CaseExample.opened, refused: nil)
    }

    /// A checked case whose record was objected to, whose exceedance counts as it was first told, with an hour that a
    /// mark took out of judging.
    private func objected() throws -> CasePage {
        var upheld = CaseExample.episode(hours: 1, isWithdrawn: true)
        upheld.upheld = FirstTold(extent: CaseExample.extent(hours: 2), decision: DecisionID(checked: "D1"))
        let refusal = CaseExample.step(.refuseData, from: .checked, to: .checked, number: 5)
        let subject = CaseExample.subject(at: .checked, episodes: [upheld], more: [refusal])
        let hour = CaseEvidence.Hour(
            hour: CaseExample.opened, value: DecimalNumber(227), limit: DecimalNumber(150), mark: "N", exceeds: false,
            frame: Digest256(of: "f"), remark: Phrase("企业标记 3：停运", "mark no. 3: standstill"), isJudged: false)
        return CasePage(
            subject: subject, place: .example,
            evidence: CaseEvidence(decision: DecisionID(checked: "D1"), hours: [hour]),
            heir: nil, officers: [], files: [], windows: [.example], replaced: [.example],
            answers: CaseExample.objections(to: subject),
            rules: try CaseExample.rules(), actor: CaseExample.actor(.branchOfficer), now: CaseExample.opened,
            refused: nil)
    }

    @Test func `an objection stands on the page with its words, and an hour out of judging does not comply`() throws {
        let view = try objected().view(.chinese)
        #expect(view["isUpheld"] as? Bool == true && view["isWithdrawn"] as? Bool == false)
        #expect((view["objections"] as? [String])?.first?.hasSuffix("提出异议：未到场") == true)
        let hour = try #require((view["evidence"] as? [[String: Any]])?.first)
        #expect(hour["complies"] as? Bool == false && hour["isOut"] as? Bool == true)
    }

    @Test func `what was typed into a form that came too late stands on the page, and in no other form`() throws {
        for page in try ordered() {
            let view = page.view(.chinese)
            let lines = try #require(view["typed"] as? [[String: String]])
            #expect(lines.compactMap { $0["value"] } == ["拒绝签名", "写好的内容"])
            #expect((view["unsentProblems"] as? [[String: String]])?.first?["rule"] == "SUP-OVERTAKEN")
            let form = view["form"] as? [String: Any] ?? [:]
            #expect(!"\(form)".contains("写好的内容"))
        }
    }

    @Test func `the page says from when the order counts and until when it is re-checked`() throws {
        let pages = try ordered()
        let views = pages.map { $0.view(.chinese) }
        #expect(views.map { $0["countsFrom"] as? String } == ["2026-11-28", "2026-11-28"])
        #expect(views.map { $0["isServed"] as? Bool } == [true, false])
        #expect(views.map { $0["isUnserved"] as? Bool } == [false, true])
        #expect(views.allSatisfy { $0["recheckBy"] as? String == "2026-12-28 24:00" })
        #expect(views.map { $0["nextAction"] as? String } == ["提交整改报告", "记录送达"])
        // Orders of earlier programs count from their own day, and are re-checked all the same.
        let old = try page(.ordered, by: .branchOfficer)
        #expect(old.view(.chinese)["isServed"] as? Bool == false && old.content.actions.contains("recheck"))
    }

    @Test func `in every state, for every role and in both languages the page has all its words`() throws {
        var walk = try TemplateWalk(CasePage.template)
        for state in CaseState.allCases {
            for role in [Role.cityOfficer, .branchOfficer, .enterpriseManager] {
                for language in Language.allCases {
                    try walk.walk(page(state, by: role).view(language))
                    try walk.walk(
                        page(state, by: role, isWithdrawn: true, evidence: nil, late: true).view(language))
                    #expect(try !page(state, by: role).title(language).isEmpty)
                }
            }
        }
        for page in try ordered() {
            for language in Language.allCases { try walk.walk(page.view(language)) }
        }
        for language in Language.allCases { try walk.walk(objected().view(language)) }
        for language in Language.allCases { try walk.walk(reaching().view(language)) }
        for language in Language.allCases {
            for heir in [nil, CaseID(checked: "2026-0002")] {
                try walk.walk(page(.warned, by: .branchOfficer, mergedInto: "EX2", heir: heir).view(language))
            }
            try walk.walk(page(.reported, by: .branchOfficer, ended: false).view(language))
            try walk.walk(page(.answered, by: .cityOfficer, late: true).view(language))
            try walk.walk(page(.checked, by: .branchOfficer, isProvisional: true, isJoined: true).view(language))
            for role in [Role.branchOfficer, .cityOfficer] {
                let clock = ClosedLoop.RequestClock(due: CaseExample.opened, isOvertime: role == .cityOfficer)
                try walk.walk(page(.ordered, by: role, request: clock).view(language))
            }
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test(arguments: [(false, ["false"]), (true, ["true", "false"])])
    func `SUP-GOING-ON while the outlet exceeds the form of a re-check offers no other outcome, and says why`(
        ended: Bool, offered: [String]
    ) throws {
        let form = try page(.reported, by: .branchOfficer, ended: ended).view(.english)["form"] as? [String: Any]
        let passed = try #require((form?["fields"] as? [[String: Any]])?.first { $0["name"] as? String == "passed" })
        #expect((passed["options"] as? [[String: Any]])?.compactMap { $0["code"] as? String } == offered)
        #expect((passed["hint"] as? String)?.contains("SUP-GOING-ON") ?? false == !ended)
    }

    @Test(arguments: CaseState.allCases) func `only the role in charge is shown the form`(state: CaseState) throws {
        for role in Role.allCases {
            let page = try page(state, by: role)
            let mayAct = page.view(.english)["mayAct"] as? Bool
            #expect(mayAct == ClosedLoop.duty(of: page.subject).map { $0.role == role })
        }
    }

    @Test func `an open request is shown with who decides it until when, and its form to nobody else`() throws {
        for (isLate, deciders) in [(false, [Role.branchOfficer]), (true, [.branchOfficer, .cityOfficer])] {
            let clock = ClosedLoop.RequestClock(due: CaseExample.opened.adding(hours: 72), isOvertime: isLate)
            for role in [Role.branchOfficer, .cityOfficer, .enterpriseManager] {
                let page = try page(.ordered, by: role, request: clock)
                let view = page.view(.english)
                #expect(view["mayDecide"] as? Bool == deciders.contains(role), "\(isLate) \(role)")
                #expect(view["decideBy"] as? String == "2026-11-26 10:00" && view["decideTag"] as? String == "open")
                #expect(page.content.request?.role == (isLate ? "city-officer" : "branch-officer"))
            }
        }
        #expect(try page(.ordered, by: .branchOfficer).content.request == nil)
    }

    @Test func `a qualification that must wait is not offered, and its moment is told to whoever owes it`() throws {
        for (isProvisional, role, mayAct, waits) in [
            (false, .branchOfficer, true, false), (true, .branchOfficer, false, true),
            (true, .enterpriseManager, false, false),
        ] as [(Bool, Role, Bool, Bool)] {
            let page = try page(.checked, by: role, isProvisional: isProvisional)
            let view = page.view(.english)
            #expect(view["mayAct"] as? Bool == mayAct && view["waits"] as? Bool == waits, "\(isProvisional) \(role)")
            #expect(
                waits
                    == (view["waitsUntil"] as? String == page.view(.english)["provisionalUntil"] as? String
                        && isProvisional && role == .branchOfficer))
            #expect(view["isOthers"] as? Bool == (role != .branchOfficer))
        }
        #expect(try page(.accepted, by: .branchOfficer, isProvisional: true).view(.english)["mayAct"] as? Bool == true)
    }

    @Test func `a furnace's figures are named, its days are days, and a raised level says why`() throws {
        let extent = ExceedanceExtent(
            firstHour: CaseExample.opened, lastHour: CaseExample.opened, hours: 1,
            peak: try #require(DecimalNumber("820.5")), limit: DecimalNumber(850), multiple: DecimalNumber(0),
            level: .blue, ended: true, unit: "degC", averaging: .day)
        let episode = CaseEpisode(
            episode: EpisodeID(checked: "EX1"), pollutant: .furnaceTemperature, extent: extent, isWithdrawn: false,
            mergedInto: nil, traits: EpisodeTraits(averaging: .day, isProvisional: false, isToxic: false))
        let evidence = CaseEvidence(
            decision: DecisionID(checked: "D1"),
            hours: [("820.5", "799.9", true), ("860", "700", false)].map { value, lowest, exceeds in
                CaseEvidence.Hour(
                    hour: CaseExample.opened, value: DecimalNumber(value), limit: DecimalNumber(850), mark: nil,
                    exceeds: exceeds, frame: Digest256(of: "f"), page: "/outlets/O1/furnace/2026-11-23",
                    lowest: DecimalNumber(lowest))
            })
        func page(raises: Int) throws -> [String: Any] {
            CasePage(
                subject: CaseExample.subject(at: .found, episodes: [episode], raises: raises), place: .example,
                evidence: evidence, heir: nil, officers: [], files: [], windows: [], rules: try CaseExample.rules(),
                actor: CaseExample.actor(.cityOfficer), now: CaseExample.opened, refused: nil
            ).view(.english)
        }
        let view = try page(raises: 1)
        let said = ["peakLabel", "valueLabel", "peak", "lowest", "beginning"].map { view[$0] as? String }
        #expect(said == ["Deciding mean", "Deciding mean", "820.5 ℃", "799.9 ℃", "Day"])
        #expect((view["evidence"] as? [[String: Any]])?.first?["hour"] as? String == "2026-11-23")
        #expect(
            view["levelReason"] as? String
                == "yellow (blue by its values; raised by 1 for duties overdue)")
        #expect(try page(raises: 0)["levelReason"] as? String == "blue, by its values")
        #expect(try self.page(.found, by: .cityOfficer).view(.english)["beginning"] as? String == "Hour (start)")
    }

    @Test func `the course of a case tells what changed without a step, and when`() async throws {
        let stage = try await SupervisionStage()
        let found = SupervisionStage.found("EX1", hours: 2)
        try await stage.tell(found)
        try await stage.take(.warn, on: CaseID(checked: "2026-0001"))
        let wider = SupervisionStage.found("EX1", hours: 3).extent
        try await stage.tell(
            ExceedanceChanged(episode: found.episode, extent: wider, decision: found.decision, cause: .value))
        try await stage.tell(
            ExceedanceWithdrawn(episode: found.episode, decision: found.decision, mergedInto: nil, cause: .mark))
        let (subject, news) = try await stage.database.read { access in
            let id = CaseID(checked: "2026-0001")
            return (try CaseStore.subject(id, scope: .city, in: access), try CaseNews.read(of: id, in: access))
        }
        var shown = try page(.warned, by: .branchOfficer)
        shown.news = news
        let timeline = try #require(shown.view(.chinese)["timeline"] as? [[String: Any]])
        let told = timeline.compactMap { $0["what"] as? String }
        #expect(subject?.isWithdrawn == true && news.count == 2)
        #expect(told.contains { $0.hasPrefix("超标成立：自 2026-11-23 07:00 起 3 个均值") })
        #expect(told.last?.hasPrefix("超标不再成立；起因：") == true)
    }

    @Test func `a clock that ran out is said so`() throws {
        for (late, tag) in [(false, "open"), (true, "late")] {
            #expect(try page(.found, by: .cityOfficer, late: late).view(.english)["dueTag"] as? String == tag)
        }
    }

    /// The repair's five working days are verified; only the calendar is not. What ends with 2026-12-31 is known.
    @Test(arguments: [("2027-01-01", false), ("2027-01-05", true)])
    func `a clock counted into a year without a notice says so, and stays as sure as its text`(
        end: String, isTold: Bool
    ) throws {
        let due = Instant(startOf: try #require(CivilDate(end)))
        let subject = CaseExample.subject(at: .repairing, due: due)
        let view = CasePage(
            subject: subject, place: .example, evidence: nil, heir: nil, officers: [], files: [], windows: [],
            rules: try CaseExample.rules(), actor: CaseExample.actor(.branchOfficer), now: CaseExample.opened,
            refused: nil
        ).view(.chinese)
        #expect(view["hasCaution"] as? Bool == isTold && view["isUncertain"] as? Bool == false)
        #expect((view["caution"] as? String)?.hasPrefix("2027年放假安排尚未导入") == isTold)
    }

    @Test func `the list has all its words, empty and full, in both languages`() throws {
        var walk = try TemplateWalk(CaseListPage.template)
        let cases = CaseState.allCases.map { (subject: CaseExample.subject(at: $0), place: CasePlace.example) }
        let filter = CaseFilter(
            states: [.found], after: nil, region: RegionCode(checked: "330602"), outlet: OutletID(checked: "O1"),
            openedFrom: CivilDate(dayNumber: 0), openedTo: CivilDate(dayNumber: 9))
        for (shown, next) in [([], nil), (cases, "/cases?state=open&after=1-2026-0001")] {
            for language in Language.allCases {
                let page = CaseListPage(
                    cases: shown, choice: "open", filter: filter, viewer: .branchOfficer,
                    regions: ["330602", "330603"].map { (RegionCode(checked: $0), Phrase("区", "region")) }, next: next,
                    now: CaseExample.opened.adding(hours: 301))
                try walk.walk(page.view(language))
            }
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test(arguments: CaseAction.allCases)
    func `the page of a form has all its words in both languages`(action: CaseAction) throws {
        var walk = try TemplateWalk(StepPage.template)
        for state in CaseState.allCases {
            let asked = CaseExample.step(.askTime, from: state, to: state, number: 20)
            for subject in [CaseExample.subject(at: state), CaseExample.subject(at: state, more: [asked])] {
                for language in Language.allCases {
                    let form = StepForm(
                        action: action, subject: subject, officers: CaseExample.officers(["P-SECOND"]),
                        windows: [.example], files: [CaseExample.file], site: "示例", article: nil,
                        actor: CaseExample.actor(.branchOfficer),
                        now: CaseExample.opened, refused: nil)
                    let page = StepPage(form: form, place: .example, rules: try CaseExample.rules())
                    try walk.walk(page.view(language))
                    #expect(!page.title(language).isEmpty && page.content.action == action.rawValue)
                }
            }
        }
        #expect(walk.problems == [])
    }

    @Test func `a program reads what a person sees`() throws {
        let content = try page(.answered, by: .branchOfficer).content
        #expect(content.number == "〔2026〕1号" && content.state == "answered" && content.seenStep == 2)
        #expect(content.nextAction == "accept" && content.nextRole == "branch-officer")
        #expect(content.openedAt == "2026-11-23T10:00:00.000+08:00")
        #expect(content.actions.contains("accept"))
        #expect(content.steps.map(\.action) == ["warn", "answer"])
        #expect(try page(.closed, by: .cityOfficer).content.nextAction == nil)
    }

    @Test(arguments: ["0", "0.43"])
    func `where no multiple is counted the data hold none, with the reason`(multiple: String) throws {
        let counted = try #require(DecimalNumber(multiple))
        let extent = CaseExample.extent(multiple: counted)
        #expect(extent.countedMultiple == (multiple == "0" ? nil : multiple))
        #expect((extent.noMultiple == nil) == (multiple != "0"))
    }
}
