import Facts
import Kernel
import TestMaterial
import Testing

@testable import Governance
@testable import Web

struct GovernancePagesTests {
    private static let now = Instant(milliseconds: 1_795_860_000_000)
    private static var lateReviews: ReviewFilter {
        var filter = ReviewFilter()
        (filter.text, filter.clock) = ("产业", .late)
        return filter
    }

    private static func policy() throws -> PolicyDocument { try #require(try ShippedFile.policy().document) }

    /// Pages that everybody may open, somebody, or nobody.
    private static func pages(_ coverage: PolicyCoverage, reader: Actor? = nil) -> ProductPages {
        let paths = Set(coverage.told.flatMap(\.routes)).sorted()
        let permissions: [Permission] = [.everyone, .roles([.cityOfficer]), .roles([.liaison])]
        let known = paths.enumerated().map { number, path in
            (path, ProductPages.Page(name: Phrase("页面", "page"), permission: permissions[number % 3]))
        }
        return ProductPages(pages: Dictionary(uniqueKeysWithValues: known), reader: reader, seesBoard: false)
    }

    @Test func `a page is linked for whoever may open it`() {
        let page = ProductPages.Page(name: Phrase("案件", "cases"), permission: .roles([.cityOfficer, .liaison]))
        let known = ["/cases": page, "/governance": page]
        func links(_ role: Role?, seesBoard: Bool = false) -> [String] {
            let reader = role.map { Actor(person: PersonID(checked: "P1"), name: "示例", role: $0, scope: .city) }
            return ProductPages(pages: known, reader: reader, seesBoard: seesBoard)
                .view(["/cases", "/governance"], .english)
                .map { $0["isOpen"] as? Bool == true ? "\($0["name"] ?? "")" : "\($0["why"] ?? "")" }
        }
        #expect(links(nil) == ["sign in", "sign in"] && links(.cityOfficer) == ["Cases", "Cases"])
        #expect(links(.liaison) == ["Cases", "not for you"] && links(.liaison, seesBoard: true) == ["Cases", "Cases"])
        #expect(links(.branchOfficer) == ["not for you", "not for you"])
    }

    private static func coverage() throws -> PolicyCoverage {
        let json = try ShippedFile.bytes("policy/coverage.json")
        return try PolicyCoverage(json: json, paths: Set(PolicyCoverage(json: json, paths: []).told.flatMap(\.routes)))
    }

    /// A task with everything that can be said about one.
    private static func line(_ number: Int = 8, isBare: Bool = false) throws -> TaskLine {
        let policy = try policy()
        let task = try #require(policy.task(number))
        guard !isBare else { return TaskLine(task: task, record: nil, policy: policy.meta.code) }
        let (month, day) = (try #require(CivilMonth("2026-10")), now.civil.date)
        var record = TaskRecord(key: TaskKey(policy: policy.meta.code, number: number))
        record.assignment = .init(
            unit: "市美丽办", person: PersonID(checked: "P-LEAD"), firstMonth: month.adding(-1))
        record.handOvers = [
            .init(unit: "市治水办", person: PersonID(checked: "P-LEAD"), until: month)
        ]
        record.milestones = [
            .init(number: 1, title: "初稿", due: day, reachedOn: day, evidence: "文号"),
            .init(number: 2, title: "印发", due: day),
        ]
        let verdicts: [ReviewVerdict?] = [.returned, .accepted, nil]
        record.reports = verdicts.enumerated().map { attempt, verdict in
            TaskReport(
                month: month, attempt: attempt + 1, unit: "市美丽办", standing: verdict == nil ? .fulfilled : .onTrack,
                progress: "进展", evidence: "文号",
                author: attempt == 1 ? "system:governance" : "person:P-LEAD", filedAt: now,
                review: verdict.map { .init(verdict: $0, note: "意见", author: "person:P-CITY", at: now) })
        }
        record.extensions = Array(repeating: .init(deadline: day, document: "纪要", reason: "因"), count: 2)
        record.contributions = [
            .init(
                number: 1, month: month, unit: "市治水办", text: "工作", evidence: "文号", author: "person:P-LEAD",
                filedAt: now)
        ]
        record.takeover = .init(
            unit: "市治水办", person: PersonID(checked: "P-LEAD"), author: "person:P-LEAD", at: now)
        record.targets = [nil, IndicatorCode(checked: "AIR_PM25")].enumerated().map { place, indicator in
            .init(
                year: 2026 + place, unit: "市美丽办", text: "目标", indicator: indicator, author: "person:P-LEAD", at: now,
                confirmed: indicator.map { _ in .init(author: "person:P-CITY", at: now) })
        }
        record.takenBack = [
            .init(
                number: 1, act: .extension(1), document: "纪要", reason: "误登", author: "person:P-CITY", at: now)
        ]
        record.evidence = [
            .init(
                number: 1, month: month, name: "a.png",
                matter: .file(mediaType: "image/png", size_bytes: 3, sha256: Digest256(of: "")),
                author: "person:P-LEAD", filedAt: now),
            .init(
                number: 2, month: month, name: "supervision.case-opened", matter: .fact(7), author: "person:P-LEAD",
                filedAt: now),
        ]
        record.tolerances = ToleranceFinding.Finding.allCases.enumerated().map { number, finding in
            .init(
                number: number + 1, finding: finding, document: "纪要", met: [.trial], note: "说明",
                author: "person:P-CITY", foundAt: now)
        }
        record.light = .init(light: .amber, reason: .extended, decision: DecisionID(checked: "D1"))
        return TaskLine(task: task, record: record, policy: policy.meta.code)
    }

    private static func check(_ pages: [any Page], of template: String) throws {
        var walk = try TemplateWalk(template)
        for page in pages {
            for language in Language.allCases {
                try walk.walk(page.view(language))
                #expect(!page.title(language).isEmpty)
            }
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test func `the pages of what was promised have all their words`() throws {
        let (policy, coverage) = (try Self.policy(), try Self.coverage())
        let lines = [try Self.line(), try Self.line(9, isBare: true), try Self.line().naming(policy)]
        try Self.check(
            [nil, "/policy?after=1"].map { next in
                PolicyPage(
                    policy: policy,
                    choice: PolicySwitch(
                        next == nil ? [policy] : [policy, policy], chosen: policy.meta.code, path: "/policy"),
                    coverage: coverage,
                    pages: Self.pages(coverage), extent: .part,
                    shown: next == nil ? [] : policy.mechanisms, next: next)
            }, of: PolicyPage.template)
        try Self.check(
            [(1, lines), (16, [])].map { number, tasks in
                let article = try #require(policy.article(number))
                var policy = policy
                if number == 16 { policy.mechanisms = [] }
                return PolicyArticlePage(policy: policy, article: article, coverage: coverage, tasks: tasks)
            }, of: PolicyArticlePage.template)
        try Self.check(
            [(71, []), (78, lines), (18, lines)].map { number, tasks in
                let mechanism = try #require(policy.mechanism(number))
                return PolicyMechanismPage(
                    policy: policy, mechanism: mechanism, coverage: coverage, pages: Self.pages(coverage), tasks: tasks)
            }, of: PolicyMechanismPage.template)
    }

    @Test func `the pages of tasks have all their words`() throws {
        let (policy, coverage) = (try Self.policy(), try Self.coverage())
        let lines = [try Self.line(), try Self.line(9, isBare: true), try Self.line().naming(policy)]
        try Self.check(
            [([], nil), (lines, "/policy/tasks?after=1")].map { lines, next in
                PolicyTasksPage(
                    policy: policy,
                    choice: PolicySwitch(
                        next == nil ? [policy] : [policy, policy], chosen: policy.meta.code, path: "/policy/tasks"),
                    light: .red, unit: "市美丽办", lines: lines, next: next)
            }, of: PolicyTasksPage.template)
        let minutes = PolicyDocument(
            minutes: DirectivePagesTests.directive(.minutes).document, issuedOn: Self.now.civil.date)
        try Self.check(
            try lines.map { line in
                PolicyTaskPage(
                    policy: line.source == nil ? policy : minutes, line: line,
                    mechanisms: line.record == nil ? [] : policy.mechanisms.filter { $0.tasks.contains(8) },
                    coverage: coverage, steps: line.record == nil ? [] : [Phrase("步", "step")],
                    decided: line.record == nil ? nil : (Self.now.civil.date, 2), facts: [7],
                    opensFacts: line.record != nil,
                    indicators: line.record == nil ? [] : try IndicatorPagesTests.lines(),
                    mayWork: line.record != nil && line.source == nil, mayRead: true,
                    overdue: line.record == nil ? [] : [CivilMonth(Self.now.civil.date)])
            }, of: PolicyTaskPage.template)
        try Self.check(
            try lines.flatMap { line in
                try [nil, Self.now].map { due in
                    TaskWorkPage(
                        line: line, forms: due == nil ? [] : TaskForm.allCases, refused: nil,
                        refusedEvidence: due == nil
                            ? RefusedForm(problems: [GovernanceRefusal.noFile.problem], typed: [:]) : nil,
                        answers: true, isOwn: due == nil, names: ["P-LEAD": "吕牵（示例）"],
                        indicators: due == nil ? [] : try IndicatorPagesTests.lines(), due: due, now: Self.now)
                }
            }, of: TaskWorkPage.template)
    }

    private static func matters(_ code: PolicyCode) -> [DueMatter] {
        let places: [WorkPlace.Matter] = [
            .milestone(task: 8, number: 1), .deadline(task: 8), .target(task: 8, year: 2026),
            .document(reform: 1, number: 2),
            .obstacle(project: 6, number: 1), .need(project: 6, number: 1),
            .month(project: 6, CivilMonth(now.civil.date)),
        ]
        return places.map { DueMatter(place: .init(code, $0), unit: "市美丽办", due: now, what: "事项（示例）") }
    }

    @Test func `each matter is found again by its reference, has words and a page`() {
        for matter in Self.matters(PolicyCode(checked: "SZBF-2020-19")) {
            #expect(WorkPlace(reference: matter.place.reference) == matter.place)
            #expect(GovernanceRoom.dutyAddress(matter.place.reference) == matter.place.address)
            #expect(GovernanceRoom.dutyPhrase(matter.place.kind.rawValue) != nil)
        }
        for other in ["SZBF-2020-19.T11", "SZBF-2020-19.T11.2026-10", "M-2026-1.2", "VOICE.2", "SZBF-2020-19.R4.M1"] {
            #expect(WorkPlace(reference: other) == nil)
        }
    }

    @Test func `the boards have all their words`() throws {
        let policy = try Self.policy()
        let line = try Self.line().naming(policy)
        let minutes = PolicyDocument(
            minutes: DirectivePagesTests.directive(.minutes).document, issuedOn: Self.now.civil.date)
        let report = try #require(line.record?.newestReport)
        try Self.check(
            try [([], []), (["市美丽办"], [line])].map { units, lines in
                WorkbenchPage(
                    units: units, lines: lines,
                    due: [-1, 24, 24 * 9].flatMap { hours in
                        lines.map { line in
                            let due = Self.now.adding(hours: hours)
                            return .init(
                                line: line,
                                report: .init(
                                    task: line.task.number, month: CivilMonth(Self.now.civil.date), unit: "市美丽办",
                                    due: due, isOverdue: hours < 0))
                        }
                    }, items: units.isEmpty ? [] : try DirectivePagesTests.lines(),
                    matters: units.isEmpty ? [] : Self.matters(policy.meta.code), nearUntil: Self.now.adding(hours: 72),
                    now: Self.now)
            }, of: WorkbenchPage.template)
        try Self.check(
            [(nil, ReviewFilter()), (nil, Self.lateReviews), (Self.now, ReviewFilter())].map { due, filter in
                ReviewsPage(
                    waiting: due == nil ? [] : [.init(line: line, report: report, due: due)], filter: filter,
                    next: due == nil ? nil : "/governance/reviews?after=1", now: Self.now)
            }, of: ReviewsPage.template)
        try Self.check(
            try [[], [line]].map { lines in
                CockpitPage(
                    policy: policy,
                    boards: (lines.isEmpty ? [policy] : [policy, minutes]).map {
                        BoardLine(document: $0, lines: lines, overdue: lines.count)
                    }, indicators: try IndicatorPagesTests.lines(),
                    dual: lines.isEmpty ? [] : [try IndicatorPagesTests.score(.dual, "", 9_000)],
                    regions: [(RegionCode(checked: "330603"), Phrase("柯桥区", "Keqiao District"))], good_points: 90,
                    projects: try IndicatorPagesTests.projects(),
                    map: try DistrictMap(json: ShippedFile.bytes("rules/schematic-map.json")),
                    overdue: lines.isEmpty ? [] : [("市美丽办", 2)],
                    items: lines.isEmpty ? [] : try DirectivePagesTests.lines(),
                    isOffice: !lines.isEmpty, hasUnit: !lines.isEmpty)
            }, of: CockpitPage.template)
        let unit = try #require(policy.units.first)
        try Self.check(
            [nil, "BUREAU"].map { code in
                UnitsPage(
                    lines: [.init(unit: unit, tasks: 50, organisation: code, organisationName: code)], refused: nil)
            }, of: UnitsPage.template)
    }

    @Test func `the list of what is due soon has all its words`() throws {
        try Self.check(
            try [[], Self.matters(Self.policy().meta.code)].map { matters in
                RemindersPage(
                    lines: matters.map { matter in
                        let duty = Duty(
                            id: DutyID(checked: "D1"), kind: matter.place.kind.rawValue,
                            reference: matter.place.reference, role: .liaison, enterprise: nil, region: nil,
                            since: Self.now, due: matter.due)
                        return .init(
                            near: .init(duty: duty, unit: matter.unit, person: nil), place: nil, personName: nil,
                            remindedAt: Self.now)
                    }, workingDays: 3, now: Self.now)
            }, of: RemindersPage.template)
    }

    @Test func `each refusal has the rule and status of the method, and says what and what helps`() throws {
        let (day, month) = (Self.now.civil.date, CivilMonth(Self.now.civil.date))
        let refusals: [GovernanceRefusal] = [
            .noSuchTask, .unknownUnit("市不存在局"), .notTheLead(lead: ["市经信局"]), .noSuchUnit("u", lead: ["市经信局"]),
            .noLeadUnit("市水利局", lead: ["市经信局"]),
            .unknownPerson,
            .personElsewhere(unit: "市经信局"), .notAssigned, .unknownOrganisation, .unknownMonth, .monthTwice(month),
            .monthToCome(last: month), .monthBefore(first: month), .noOpenReport, .ownReport,
            .beyondDeadline(last: day), .milestoneGone(first: day), .alreadyReached, .dayToCome,
            .reachedBefore(first: day),
            .dateMissing(field: "due"), .noEnd,
            .notLater(than: day), .notOfTheBoard, .noReport(month), .accepted(month), .tooMuchEvidence(max: 10),
            .noSuchFact, .noFile, .notLate, .conditionMissing(.trial), .notAccountable("市经信局"),
            .isAccountable("市经信局"), .askedAlready(unit: "市经信局"), .contributedAlready(month), .tooFar(last: day),
            .nothingToTakeBack, .officeOnly, .notLongTerm, .targetYear(first: 2026, last: 2027), .targetIndicator,
            .noTarget(year: 2026), .nothingToConfirm, .ownTarget, .ownTask, .monthOfFormer(month, unit: "市经信局"),
            .milestoneTwice,
        ]
        let rows = try RepositoryFile.table("| rule | status | when |", in: "docs/method/governance.md")
        #expect(rows.count == refusals.count)
        for (row, refusal) in zip(rows, refusals) {
            let problem = refusal.problem
            #expect(row[0] == problem.rule && row[1] == "\(problem.status)")
            for phrase in [problem.what, problem.remedy] { #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty) }
        }
    }

    @Test func `forms of one page share no field, and lights and extents have words and shapes of their own`() {
        let names = TaskForm.allCases.flatMap { $0.fields.map(\.name) }
        #expect(Set(names).count == names.count)
        #expect(Set(TaskLight.allCases.map(\.tag)).count == TaskLight.allCases.count)
        for language in Language.allCases {
            let words = LightReason.allCases.map { $0.phrase(language) }
            #expect(Set(words).count == words.count)
        }
        for rule in PolicyFileRefusal.Rule.allCases {
            let refusal = PolicyFileRefusal(field: "tasks[0]", rule: rule, found: "1")
            #expect(!refusal.what.en.isEmpty && !refusal.remedy.zh.isEmpty)
        }
    }
}
