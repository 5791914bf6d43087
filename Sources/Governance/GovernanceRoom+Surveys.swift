import Foundation
public import Kernel
public import Persistence
import Web

extension GovernanceRoom {
    /// 20,000 lines of 50 bytes, and some.
    private static let answersBytesMax: Int64 = 2 * 1_024 * 1_024
    private static let workers = Permission.roles([.cityOfficer, .liaison])

    /// The survey of satisfaction: rounds and results for anybody, the work on them for the office and its unit.
    var surveyRoutes: [Route] {
        let lists =
            Route.list(
                "/policy/surveys", summary: Phrase("公众满意度调查", "the surveys of satisfaction by year"),
                permission: .everyone, place: nil
            ) { visit, _ in try await surveysPage(visit) }
            + Route.list(
                "/policy/surveys/{year}", summary: Phrase("满意度调查结果", "a survey of satisfaction by district"),
                permission: .everyone, place: nil
            ) { visit, _ in try await surveyPage(visit) }
        return lists + [
            Route(
                .post, "/governance/surveys", summary: Phrase("开始一轮满意度调查", "open a survey"),
                permission: Self.workers, fields: SurveysPage.fields,
                onRefusal: { visit in .page(try await surveysPage(visit)) },
                handler: { visit in
                    let (said, now) = (SaidSurvey(form: visit.form), visit.now)
                    try await work(visit) { desk, doer, access in
                        try desk.open(said, by: doer, at: now, in: access)
                    }
                    return .redirect("/policy/surveys/\(said.year)")
                }),
            Route.page(
                "/governance/surveys/{year}/answers",
                summary: Phrase("导入满意度调查答卷", "the form to import answers of a survey"), permission: Self.workers
            ) { visit in try await importPage(visit) },
            Route(
                .post, "/governance/surveys/{year}/answers",
                summary: Phrase("导入满意度调查答卷", "import answers of a survey"), permission: Self.workers,
                fields: WorkImportPage.fields, answer: .page,
                upload: UploadRule(
                    field: WorkImportPage.file, bytesMax: Self.answersBytesMax, folder: workFiles.incoming),
                onRefusal: { visit in .page(try await importPage(visit)) },
                handler: { visit in try await takeAnswers(visit) }),
            Route(
                .post, "/governance/surveys/{year}/close",
                summary: Phrase("结束一轮满意度调查", "close a survey"), permission: Self.workers,
                fields: SurveyPage.closeFields, onRefusal: { visit in .page(try await surveyPage(visit)) },
                handler: { visit in
                    let (year, now) = (try Self.year(visit), visit.now)
                    try await work(visit) { desk, doer, access in
                        try desk.close(year, by: doer, at: now, in: access)
                    }
                    return .redirect("/policy/surveys/\(year)")
                }),
        ]
    }

    private static func year(_ visit: Visit) throws -> Int {
        guard let year = Int(try visit.parameter("year")) else { throw Problem.notFound }
        return year
    }

    /// Does something about surveys in the visitor's name.
    private func work(
        _ visit: Visit, _ act: @Sendable @escaping (SurveyDesk, UnitMember, any WriteAccess) throws -> Void
    ) async throws {
        let (person, surveys, desk) = (try visit.signedIn().person, surveys, desk)
        try await database.write { access in
            guard let doer = try desk.directory.member(person, in: access) else {
                throw GovernanceRefusal.unknownPerson
            }
            try act(surveys, doer, access)
        }
    }

    /// Whether a visitor works on surveys.
    private static func worksOn(
        _ surveys: SurveyDesk, _ person: PersonID?, _ access: any ReadAccess
    ) throws -> Bool {
        guard let person, let member = try surveys.indicators.tasks.directory.member(person, in: access) else {
            return false
        }
        return try surveys.worksOn(member, in: access)
    }

    private func surveysPage(_ visit: Visit) async throws -> SurveysPage {
        let (surveys, person, refused) = (surveys, visit.actor?.person, visit.refused)
        return try await database.read { access in
            let (counts, results) = (try SurveyStore.answerCounts(access), try SurveyStore.results(access))
            return SurveysPage(
                lines: try SurveyStore.surveys(access).map { survey, _ in
                    .init(
                        survey: survey, answers: counts[survey.year] ?? 0, result: results[survey.year]?.result)
                }, indicator: surveys.indicator?.code, regions: surveys.indicators.regions,
                mayWork: try Self.worksOn(surveys, person, access), refused: refused)
        }
    }

    private func surveyPage(_ visit: Visit) async throws -> SurveyPage {
        let (year, surveys, person, refused) = (try Self.year(visit), surveys, visit.actor?.person, visit.refused)
        let nameOfRegion: @Sendable (RegionCode?) -> Phrase = { name(of: $0) }
        let page = try await database.read { access -> SurveyPage? in
            guard let (survey, kept) = try SurveyStore.survey(year, in: access) else { return nil }
            let closed = try SurveyStore.results(access)[year]
            let answers = try SurveyStore.answers(of: year, in: access)
            let month = survey.month
            return SurveyPage(
                survey: survey, fact: kept.fact, batches: try SurveyStore.batches(of: year, in: access),
                given: Dictionary(answers.map { ($0.region, 1) }, uniquingKeysWith: +), closed: closed,
                indicator: surveys.indicator?.code,
                feedback: FeedbackTotal.sum(
                    try FeedbackStore.totals(from: month.adding(-11).start, until: month.end, in: access)),
                asked: surveys.figures.dimensions, nameOfRegion: nameOfRegion,
                mayWork: try Self.worksOn(surveys, person, access), refused: refused)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private func importPage(
        _ visit: Visit, report: WorkImport.Report? = nil, way: WorkImport.Way? = nil
    ) async throws -> SurveyImportPage {
        let (year, surveys, person) = (try Self.year(visit), surveys, try visit.signedIn().person)
        let survey = try await database.read { access -> Survey? in
            guard try Self.worksOn(surveys, person, access) else { throw SurveyRefusal.notItsOwner(surveys.owner) }
            return try SurveyStore.survey(year, in: access)?.survey
        }
        guard let survey else { throw Problem.notFound }
        return SurveyImportPage(survey: survey, report: report, way: way, refused: visit.refused)
    }

    private func takeAnswers(_ visit: Visit) async throws -> Reply {
        let text = try uploadedTable(visit)
        let way = WorkImport.Way(rawValue: visit.form["way"] ?? "") ?? .check
        let report = try await importSurvey(
            csv: text, of: try Self.year(visit), way: way, by: try visit.signedIn().person, at: visit.now)
        let refusal = report.refusal(of: way, field: WorkImportPage.file)
        if visit.wantsJSON, let refusal { throw refusal }
        return .page(try await importPage(visit, report: report, way: way), status: refusal?.status ?? 200)
    }

    /// Takes a table of answers in the name of a person.
    ///
    /// - Parameter year: The year of the round; nil for the only one that is open.
    public func importSurvey(
        csv: String, of year: Int?, way: WorkImport.Way, by person: PersonID, at now: Instant
    ) async throws -> WorkImport.Report {
        let (surveys, desk) = (surveys, desk)
        return try await database.write { access in
            guard let doer = try desk.directory.member(person, in: access) else {
                throw GovernanceRefusal.unknownPerson
            }
            return try surveys.take(csv, of: year, way: way, by: doer, at: now, in: access)
        }
    }

    /// Opens a round, takes its answers and, when asked to, closes it, all at the given moments.
    public func record(
        _ said: SaidSurvey, answers csv: String, openedAt: Instant, closedAt: Instant?, at now: Instant,
        by person: PersonID, in access: any WriteAccess
    ) throws {
        guard let doer = try desk.directory.member(person, in: access) else { throw GovernanceRefusal.unknownPerson }
        try surveys.open(said, by: doer, at: openedAt, in: access)
        let year = Int(said.year)
        _ = try surveys.take(csv, of: year, way: .whole, by: doer, at: now, in: access)
        if let closedAt, let year { try surveys.close(year, by: doer, at: closedAt, in: access) }
    }
}

extension SaidSurvey {
    fileprivate init(form: [String: String]) {
        self.init(
            year: form["year"] ?? "", title: form["title"] ?? "", centre: form["centre"] ?? "",
            firstDay: form["first_day"] ?? "", lastDay: form["last_day"] ?? "", strata: form["strata"] ?? "")
    }
}
