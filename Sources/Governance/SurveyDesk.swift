import Facts
import Kernel
import Persistence
import Web

/// Opens rounds of the survey of satisfaction, takes their answers, closes them: then their result is decided, frozen,
/// and becomes the value of the indicator of its year.
struct SurveyDesk: Sendable {
    let indicators: IndicatorDesk
    let figures: SurveyFigures

    private var tasks: GovernanceDesk { indicators.tasks }
    private var journal: Journal { indicators.journal }

    /// The indicator that surveys feed; nil when the registry has none.
    var indicator: Indicator? { indicators.book.all.first { $0.way == .surveyed } }

    /// The unit that surveys, beside the office.
    var owner: String { indicator?.owner ?? "市生态环境局" }

    /// Whether somebody works on surveys: the office, and the unit that answers for the indicator.
    func worksOn(_ doer: UnitMember, in access: any ReadAccess) throws -> Bool {
        if doer.role == .cityOfficer { return true }
        return try doer.works
            && PolicyStore.organisations(access)[owner] == doer.organisation
    }

    private func check(_ doer: UnitMember, in access: any ReadAccess) throws {
        guard try worksOn(doer, in: access) else { throw SurveyRefusal.notItsOwner(owner) }
    }

    private func open(_ year: Int, in access: any ReadAccess) throws -> Survey {
        guard let survey = try SurveyStore.survey(year, in: access)?.survey else { throw SurveyRefusal.noSuchSurvey }
        guard try SurveyStore.results(access)[year] == nil else { throw SurveyRefusal.closed(year) }
        return survey
    }

    /// The round that a table belongs to: the one named, else the only one that is open.
    func openSurvey(_ year: Int?, in access: any ReadAccess) throws -> Survey {
        if let year { return try open(year, in: access) }
        let closed = try SurveyStore.results(access)
        let running = try SurveyStore.surveys(access).map(\.survey).filter { closed[$0.year] == nil }
        guard let only = running.first else { throw SurveyRefusal.noneOpen }
        guard running.count == 1 else { throw SurveyRefusal.severalOpen(running.map(\.year)) }
        return only
    }

    /// Opens the round of a year.
    func open(_ said: SaidSurvey, by doer: UnitMember, at now: Instant, in access: any WriteAccess) throws {
        try check(doer, in: access)
        guard let year = Int(said.year), Survey.years.contains(year) else {
            throw SurveyRefusal.year(Survey.years)
        }
        guard let firstDay = CivilDate(said.firstDay), let lastDay = CivilDate(said.lastDay), firstDay <= lastDay,
            lastDay.parts.year == year
        else { throw SurveyRefusal.days }
        let strata = try Survey.strata(said.strata, among: indicators.regions.map(\.code))
        guard try SurveyStore.survey(year, in: access) == nil else { throw SurveyRefusal.yearTwice(year) }
        let survey = Survey(
            year: year, title: said.title, centre: said.centre, firstDay: firstDay, lastDay: lastDay, strata: strata,
            dimensions: figures.dimensions, points: figures.points, answersMin: figures.answersMin,
            coverageMin_percent: figures.coverageMin_percent)
        let (content, author) = (try CanonicalJSON.bytes(of: survey), FactAuthor.person(doer.person))
        let fact = try journal.append(
            SurveyOpened(
                year: year, title: said.title, centre: said.centre, firstDay: firstDay, lastDay: lastDay,
                districts: strata.count, population: survey.population, sha256: Digest256(of: content)),
            about: FactSubject(reference: Self.reference(year)), by: author, occurredAt: now, in: access)
        try SurveyStore.insert(
            .init(content: content, author: author.text, at: now, fact: fact), of: year, in: access)
    }

    /// Takes a table of answers, whole or its good lines, or only looks at it.
    func take(
        _ csv: String, of year: Int?, way: WorkImport.Way, by doer: UnitMember, at now: Instant,
        in access: any WriteAccess
    ) throws -> WorkImport.Report {
        try check(doer, in: access)
        let survey = try openSurvey(year, in: access)
        let before = try SurveyStore.batches(of: survey.year, in: access)
        let table = SurveyTable(
            csv: csv, of: survey, beside: before.flatMap { SurveyAnswer.all($0.kept.content) },
            regions: indicators.regionNames)
        let refused = table.refused.map { number, refusal in
            let problem = refusal.problem
            // Whoever wrote the table finds its own heading again.
            return (line: number, problem: problem.naming(problem.field.map { table.ownHeadings[$0] ?? $0 }))
        }
        let isImported = !table.lines.isEmpty && (way == .good || (way == .whole && refused.isEmpty))
        if isImported {
            let (content, author) = (SurveyAnswer.bytes(table.lines.map(\.answer)), FactAuthor.person(doer.person))
            let (batch, count) = ((before.last?.batch ?? 0) + 1, table.lines.count)
            let fact = try journal.append(
                SurveyAnswersTaken(
                    year: survey.year, batch: batch, answers: count, sha256: Digest256(of: content)),
                about: FactSubject(reference: Self.reference(survey.year)), by: author, occurredAt: now, in: access)
            try SurveyStore.insert(
                .init(content: content, author: author.text, at: now, fact: fact), batch: batch, answers: count,
                of: survey.year, in: access)
        }
        return WorkImport.Report(isImported: isImported, taken: table.lines.count, refused: refused)
    }

    /// What the rule reads of a round.
    static func input(of survey: Survey, _ answers: [SurveyAnswer]) -> SurveyResultRule.Input {
        SurveyResultRule.Input(
            year: survey.year, answersMin: survey.answersMin, coverageMin_percent: survey.coverageMin_percent,
            strata: SurveyTally.strata(of: survey, answers))
    }

    /// Closes a round: its result stands from now on.
    func close(_ year: Int, by doer: UnitMember, at now: Instant, in access: any WriteAccess) throws {
        try check(doer, in: access)
        let survey = try open(year, in: access)
        let answers = try SurveyStore.answers(of: year, in: access)
        guard !answers.isEmpty else { throw SurveyRefusal.nothingToClose }
        let (decision, outcome) = try tasks.decisions.decide(
            by: SurveyResultRule.self, on: Self.input(of: survey, answers), about: Self.reference(year),
            enterprise: nil, region: nil, at: now, in: access)
        let result = SurveyResult(
            year: year, closedOn: now.civil.date, answers: answers.count, decision: decision,
            estimates: outcome.estimates)
        let (content, author) = (try CanonicalJSON.bytes(of: result), FactAuthor.person(doer.person))
        let fact = try journal.append(
            SurveyClosed(
                year: year, answers: answers.count, mean_hundredths: result.city?.mean_hundredths,
                margin_hundredths: result.city?.margin_hundredths, decision: decision,
                sha256: Digest256(of: content)),
            about: FactSubject(reference: Self.reference(year)), by: author, occurredAt: now, in: access)
        try SurveyStore.insert(
            result: .init(content: content, author: author.text, at: now, fact: fact), of: year, in: access)
        if let mean = result.city?.mean_hundredths {
            try indicators.fileSurvey(survey, mean_hundredths: mean, decision, by: author, at: now, in: access)
        }
    }

    /// What facts and decisions about a round refer to.
    static func reference(_ year: Int) -> String { "SURVEY.\(year)" }
}
