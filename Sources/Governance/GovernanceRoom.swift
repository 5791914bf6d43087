public import Facts
public import Kernel
public import Persistence
public import Web

/// Policies as working boards: what was promised, who answers for it, where it stands, and where in the product it
/// works.
public struct GovernanceRoom: Sendable {
    let database: any Database
    let desk: GovernanceDesk
    let indicators: IndicatorDesk
    let coverage: [UInt8]
    let clock: any WallClock
    let workFiles: any WorkFiles
    let enterprises: any ReceivingEnterprises
    let surveys: SurveyDesk
    let voice: VoiceDesk
    let posts: PostGuard
    /// What kinds of fact are called, by their codes.
    let namesOfFacts: [(code: String, name: Phrase)]

    /// The room's resource files.
    public struct Files: Sendable {
        let policy: [UInt8]
        let coverage: [UInt8]
        let figures: TaskLightFigures
        let book: IndicatorBook
        let scores: ScoreFigures
        let filling: SelfFilling
        let surveys: SurveyFigures
        let map: DistrictMap
        let pool: PoolScoreFigures

        /// - Parameters:
        ///   - policy: The policy that the product brings with it.
        ///   - coverage: Where its mechanisms work.
        ///   - lights: The figures by which a task is late.
        ///   - indicators: The registry of indicators.
        ///   - scores: What scores weigh.
        ///   - filling: Which tasks the system's own data report on.
        ///   - surveys: What surveys ask, and what feedback is about.
        ///   - map: The schematic of the districts.
        ///   - pool: What the score of the reserve pool weighs.
        public init(
            policy: [UInt8], coverage: [UInt8], lights: [UInt8], indicators: [UInt8], scores: [UInt8],
            filling: [UInt8], surveys: [UInt8], map: [UInt8], pool: [UInt8]
        ) throws {
            (self.policy, self.coverage) = (policy, coverage)
            figures = try TaskLightFigures(json: lights)
            book = try IndicatorBook(json: indicators)
            self.scores = try ScoreFigures(json: scores, book: book)
            self.filling = try SelfFilling(json: filling)
            self.surveys = try SurveyFigures(json: surveys)
            self.map = try DistrictMap(json: map)
            self.pool = try PoolScoreFigures(json: pool)
            _ = try PolicyCoverage(json: coverage, paths: [])
        }
    }

    let files: Files

    /// A room over this database.
    public init(
        database: any Database, journal: Journal, decisions: DecisionLog, directory: any UnitDirectory, files: Files,
        workFiles: any WorkFiles, enterprises: any ReceivingEnterprises,
        regions: [(code: RegionCode, name: Phrase)], calendar: any WorkingDays, clock: any WallClock,
        namesOfFacts: [(code: String, name: Phrase)] = []
    ) {
        self.database = database
        self.files = files
        self.clock = clock
        self.namesOfFacts = namesOfFacts
        self.workFiles = workFiles
        self.enterprises = enterprises
        coverage = files.coverage
        desk = GovernanceDesk(
            journal: journal, decisions: decisions, shelf: PolicyShelf(), directory: directory,
            figures: files.figures, workingDays: calendar, filling: files.filling,
            book: files.book)
        indicators = IndicatorDesk(tasks: desk, book: files.book, scores: files.scores, regions: regions)
        surveys = SurveyDesk(indicators: indicators, figures: files.surveys)
        voice = VoiceDesk(tasks: desk, figures: files.surveys)
        posts = PostGuard(limits: files.surveys.feedback)
    }

    /// The room's tables.
    public static let schema = Schema(
        tables: [
            TableDeclaration("governance_policy", .evidence), TableDeclaration("governance_unit", .register),
            TableDeclaration("governance_task", .register), TableDeclaration("governance_milestone", .register),
            TableDeclaration("governance_report", .register), TableDeclaration("governance_extension", .register),
            TableDeclaration("governance_indicator_value", .evidence), TableDeclaration("governance_month", .evidence),
            TableDeclaration("governance_score", .evidence),
            TableDeclaration("governance_evidence", .evidence), TableDeclaration("governance_tolerance", .evidence),
            TableDeclaration("governance_contribution", .evidence), TableDeclaration("governance_takeover", .register),
            TableDeclaration("governance_taken_back", .evidence), TableDeclaration("governance_target", .register),
            TableDeclaration("governance_document", .evidence), TableDeclaration("governance_document_step", .evidence),
            TableDeclaration("governance_project", .register), TableDeclaration("governance_project_month", .evidence),
            TableDeclaration("governance_obstacle", .register),
            TableDeclaration("governance_survey", .evidence), TableDeclaration("governance_survey_batch", .evidence),
            TableDeclaration("governance_survey_result", .evidence),
            TableDeclaration("governance_feedback", .register),
            TableDeclaration("governance_feedback_stars", .evidence),
            TableDeclaration("governance_project_need", .register),
            TableDeclaration("governance_project_place", .register),
            TableDeclaration("governance_project_photo", .evidence),
            TableDeclaration("governance_project_photo_back", .evidence),
            TableDeclaration("governance_pool", .register), TableDeclaration("governance_pool_step", .evidence),
            TableDeclaration("governance_pool_money", .evidence),
            TableDeclaration("governance_pool_score", .register), TableDeclaration("governance_fund", .register),
            TableDeclaration("governance_fund_entry", .evidence),
            TableDeclaration("governance_fund_application", .register),
            TableDeclaration("governance_directive", .evidence),
            TableDeclaration("governance_directive_answer", .evidence),
            TableDeclaration("governance_analysis", .evidence),
            TableDeclaration("governance_hand_over", .evidence), TableDeclaration("governance_reminder", .evidence),
        ],
        migrations: [
            .governance0001KeepPolicies, .governance0002KeepIndicators, .governance0003KeepEvidence,
            .governance0004KeepProjects, .governance0005KeepDirectives, .governance0006KeepFunds,
            .governance0007KeepSurveys, .governance0008TakePhotosBack, .governance0009TakeApplications,
            .governance0010ShareTasks, .governance0011SetTargets, .governance0012SortDocuments,
            .governance0020TakeMilestonesBack, .governance0021WithdrawDocuments,
            .governance0022CloseDespite, .governance0024KeepHandOvers,
        ])

    /// The rules of this room, for replay.
    public static let rules = [
        ReplayableRule(TaskLightRule.self), ReplayableRule(AcceptedTaskLightRule.self),
        ReplayableRule(TracedTaskLightRule.self),
        ReplayableRule(WeightedScoreRule.self), ReplayableRule(ExactScoreRule.self), ReplayableRule(DualIndexRule.self),
        ReplayableRule(SurveyResultRule.self), ReplayableRule(PoolScoreRule.self),
    ]

    /// What `jianhu verify` examines.
    public static var checks: any SelfChecking { GovernanceChecks() }

    /// Whether each file of evidence is there; it reads every one of them.
    public var evidenceChecks: any SelfChecking { ReportEvidenceChecks(files: workFiles) }

    /// Hears who left.
    public var subscriber: any JournalSubscriber { HandOverSubscriber(desk: desk) }

    /// Gives monthly duties and follows the calendar.
    public var watch: GovernanceWatch { GovernanceWatch(database: database, desk: desk, pool: poolDesk, clock: clock) }

    /// Enters the policy that the product brings with it, once.
    public func enterShippedPolicy() async throws {
        let file = PolicyFile(json: files.policy)
        guard let document = file.document, file.refusals.isEmpty else { throw ShippedPolicyDefect() }
        let isKnown = try await database.read { access in
            try PolicyStore.content(of: document.meta.code, in: access) != nil
        }
        guard !isKnown else { return }
        let (desk, now) = (desk, clock.now())
        _ = try await database.write { access in
            try desk.enter(document, by: .system("governance"), at: now, in: access)
        }
    }

    /// The shipped policy is not what this program can read.
    struct ShippedPolicyDefect: Error {}

    /// What came of a policy file.
    public struct PolicyReport: Sendable {
        /// The policy's code and how many articles, tasks and mechanisms were taken; nil when nothing was.
        public let taken: (code: String, articles: Int, tasks: Int, mechanisms: Int)?
        /// Each refused place: field, rule, what is wrong, what helps.
        public let refusals: [(field: String, rule: String, what: Phrase, remedy: Phrase)]
    }

    /// Enters another policy, whole or not at all unless the good items alone are asked for.
    ///
    /// A policy never changes: one whose code is known is refused, also when it is the same.
    ///
    /// - Parameter others: The routes of the other rooms, whose pages its coverage may name.
    public func importPolicy(
        json: [UInt8], acceptGood: Bool, beside others: [Route]
    ) async throws -> PolicyReport {
        let file = PolicyFile(json: json, addresses: Set(try routes(beside: others).map(\.path) + others.map(\.path)))
        var refusals = file.refusals.map { ($0.field, $0.rule.rawValue, $0.what, $0.remedy) }
        guard let document = file.document, refusals.isEmpty || acceptGood else {
            return PolicyReport(taken: nil, refusals: refusals)
        }
        guard DirectiveKey(document.meta.code.text) == nil else {
            refusals.append(
                (
                    "meta.code", "GOV-FILE-CODE",
                    Phrase("该编码留给督查通知和会议纪要", "such codes are kept for notices and minutes"),
                    Phrase("请使用别的编码，如 SZBF-2020-19", "give it another code, like SZBF-2020-19")
                ))
            return PolicyReport(taken: nil, refusals: refusals)
        }
        let (desk, now) = (desk, clock.now())
        let isNew = try await database.write { access in
            try desk.enter(document, by: .system("import"), at: now, in: access)
        }
        guard isNew else {
            refusals.append(
                (
                    "meta.code", "GOV-FILE-KNOWN", Phrase("该编码的政策已在库中", "a policy of this code is here already"),
                    Phrase("修订后的文件请使用新编码", "give a revised document a code of its own")
                ))
            return PolicyReport(taken: nil, refusals: refusals)
        }
        return PolicyReport(
            taken: (
                document.meta.code.text, document.articles.count, document.tasks.count, document.mechanisms.count
            ), refusals: refusals)
    }

    /// The room's pages.
    ///
    /// - Parameter others: The routes of the other rooms, against which the coverage of a policy is computed.
    public func routes(beside others: [Route]) throws -> [Route] {
        let work =
            workRoutes + indicatorRoutes + scoreRoutes + importRoutes + evidenceRoutes + reformRoutes + photoRoutes
            + poolRoutes + fundRoutes + surveyRoutes + voiceRoutes + directiveRoutes + analysisRoutes
            + issuedRoutes + reminderRoutes + factRoutes
        let all = others + work + publicRoutes(try PolicyCoverage(json: coverage, paths: []), [:])
        return publicRoutes(
            try PolicyCoverage(json: coverage, paths: Set(all.map(\.path))), ProductPages.pages(of: all)) + work
    }
}
