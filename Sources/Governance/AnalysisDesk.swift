import Facts
import Kernel
import Persistence

/// Reports on environment and economy: opened, written and issued by the office; everything but the text parts is
/// computed from closed months, lights, projects and directives.
struct AnalysisDesk: Sendable {
    let indicators: IndicatorDesk

    private var journal: Journal { indicators.journal }

    /// The months of a period that the office has closed, the first first.
    func closed(_ period: AnalysisPeriod, in access: any ReadAccess) throws -> [CivilMonth] {
        let all = Set(try IndicatorStore.frozenMonths(access).map(\.month))
        return period.months.filter(all.contains)
    }

    /// Begins a report. One of which no month is closed yet would have nothing to tell.
    func open(_ period: AnalysisPeriod, by person: PersonID, at now: Instant, in access: any WriteAccess) throws {
        guard let first = period.months.first, first.start <= now else { throw AnalysisRefusal.notBegun }
        if let region = period.region, !indicators.regions.contains(where: { $0.code == region }) {
            throw AnalysisRefusal.unknownRegion(region)
        }
        guard try AnalysisStore.analysis(period, in: access) == nil else {
            throw AnalysisRefusal.openedTwice(period)
        }
        guard try !closed(period, in: access).isEmpty else { throw AnalysisRefusal.monthsOpen(period.months) }
        try keep(
            Analysis(period: period, texts: [:], author: FactAuthor.person(person).text, writtenAt: now), person,
            in: access)
    }

    /// A report that nobody has issued yet.
    private func draft(_ period: AnalysisPeriod, _ access: any ReadAccess) throws -> Analysis {
        guard let analysis = try AnalysisStore.analysis(period, in: access) else {
            throw AnalysisRefusal.noSuchAnalysis
        }
        guard analysis.issue == nil else { throw AnalysisRefusal.isIssued }
        return analysis
    }

    /// Writes the text parts of a draft anew. The same words again change nothing.
    func write(
        _ texts: [AnalysisPart: String], of period: AnalysisPeriod, by person: PersonID, at now: Instant,
        in access: any WriteAccess
    ) throws {
        var analysis = try draft(period, access)
        let said = Dictionary(
            uniqueKeysWithValues: texts.filter { !$0.value.isEmpty }.map { ($0.key.rawValue, $0.value) })
        guard said != analysis.texts else { return }
        analysis.texts = said
        analysis.author = FactAuthor.person(person).text
        analysis.writtenAt = now
        try keep(analysis, person, in: access)
    }

    private func keep(_ analysis: Analysis, _ person: PersonID, in access: any WriteAccess) throws {
        try AnalysisStore.write(analysis, in: access)
        try journal.append(
            AnalysisWritten(period: analysis.period.description, texts: analysis.texts),
            about: FactSubject(reference: analysis.period.description), by: .person(person),
            occurredAt: analysis.writtenAt, in: access)
    }

    /// Issues a report: from now on it stands as bytes whose SHA-256 the journal holds. Every month must be closed and
    /// every part written.
    func issue(_ period: AnalysisPeriod, by person: PersonID, at now: Instant, in access: any WriteAccess) throws {
        let analysis = try draft(period, access)
        let months = try closed(period, in: access)
        let open = period.months.filter { !months.contains($0) }
        guard open.isEmpty else { throw AnalysisRefusal.monthsOpen(open) }
        if let part = AnalysisPart.allCases.first(where: { analysis.texts[$0.rawValue] == nil }) {
            throw AnalysisRefusal.textMissing(part)
        }
        let content = try CanonicalJSON.bytes(of: try content(of: analysis, at: now, in: access))
        let author = FactAuthor.person(person)
        let fact = try journal.append(
            AnalysisIssued(
                period: period.description, months: months.map(\.description), sha256: Digest256(of: content)),
            about: FactSubject(reference: period.description), by: author, occurredAt: now, in: access)
        try AnalysisStore.issue(
            .init(content: content, sha256: Digest256(of: content), author: author.text, at: now, fact: fact),
            of: period, in: access)
    }
}
