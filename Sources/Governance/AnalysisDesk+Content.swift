import Facts
import Kernel
import Persistence

extension AnalysisDesk {
    /// What a report says: as it was issued, or computed now for a draft.
    func content(of analysis: Analysis, at now: Instant, in access: any ReadAccess) throws -> AnalysisContent {
        if let issue = analysis.issue { return try CanonicalJSON.value(AnalysisContent.self, from: issue.content) }
        let period = analysis.period
        let months = try closed(period, in: access)
        let end = period.months.last.map { min($0.end, now) } ?? now
        let scores = try months.map { ($0, try ScoreStore.scores(of: $0, in: .board, access)) }
        let items = try items(of: period, until: end, in: access)
        let (region, despite) = (period.region, try IndicatorStore.despite(access))
        let opening = try opening(of: period, months, in: access)
        return AnalysisContent(
            period: period.description,
            months: scores.map { month, scores in
                let dual = scores.first { $0.kind == .dual && $0.subject == region?.text ?? "" }
                return .init(
                    month: month.description, environment_hundredths: dual?.environment_hundredths,
                    economy_hundredths: dual?.economy_hundredths, dual_hundredths: dual?.score_hundredths,
                    despite: despite[month])
            },
            figures: try figures(from: opening, months, of: region, in: access),
            districts: districts(scores.last?.1 ?? []).filter { region == nil || $0.region == region?.text },
            lights: try lights(until: end, led: unit(of: period), in: access),
            projects: try projects(of: period, in: access), itemsIssued: items.issued, itemsAccepted: items.accepted,
            texts: analysis.texts, region: name(of: period), opening: opening?.description)
    }

    /// The month at whose end the period begins, where it is closed; else the first closed month of the period.
    private func opening(
        of period: AnalysisPeriod, _ months: [CivilMonth], in access: any ReadAccess
    ) throws -> CivilMonth? {
        guard let before = period.months.first?.adding(-1), try IndicatorStore.frozen(before, in: access) != nil else {
            return months.first
        }
        return before
    }

    /// The district that a period is about; nil for the whole city.
    private func name(of period: AnalysisPeriod) -> Phrase? {
        period.region.flatMap { region in indicators.regions.first { $0.code == region }?.name }
    }

    /// The government of the district that a period is about, as policies write units; nil for the whole city.
    private func unit(of period: AnalysisPeriod) -> String? { name(of: period).map { "\($0.zh)政府" } }

    /// Whether a project counts for a period: each for the city, of a district those that lie in it.
    private func isOf(_ period: AnalysisPeriod, _ project: PolicyProject) -> Bool {
        name(of: period).map { project.regions.contains($0.zh) } ?? true
    }

    /// The indicators of the city with a goal, or those that are split by district.
    private func figures(
        from opening: CivilMonth?, _ months: [CivilMonth], of region: RegionCode?, in access: any ReadAccess
    ) throws -> [AnalysisContent.Figure] {
        guard let first = try opening.flatMap({ try IndicatorStore.frozen($0, in: access) })?.figures,
            let last = try months.last.flatMap({ try IndicatorStore.frozen($0, in: access) })?.figures
        else { return [] }
        func older(_ figure: IndicatorFigure?, than month: CivilMonth) -> String? {
            figure.flatMap { $0.value != nil && $0.month < month ? $0.month.description : nil }
        }
        return indicators.book.all.compactMap { indicator in
            guard indicator.isByDistrict || region == nil, let figure = last.figure(indicator.code, region),
                figure.goal != nil || region != nil
            else { return nil }
            let isReached = figure.value.flatMap { value in
                figure.goal.map { indicator.direction == .higher ? value >= $0 : value <= $0 }
            }
            let before = first.figure(indicator.code, region)
            return AnalysisContent.Figure(
                indicator: indicator.code.text, name: indicator.name, unit: indicator.unit,
                first: before?.value, value: figure.value, goal: figure.goal,
                isHigherBetter: indicator.direction == .higher, isReached: isReached,
                month: older(figure, than: last.month), firstMonth: older(before, than: first.month))
        }
    }

    private func districts(_ scores: [Score]) -> [AnalysisContent.Place] {
        indicators.regions.compactMap { region in
            scores.first { $0.kind == .dual && $0.subject == region.code.text }.map { score in
                AnalysisContent.Place(
                    region: score.subject, name: region.name, environment_hundredths: score.environment_hundredths,
                    economy_hundredths: score.economy_hundredths, dual_hundredths: score.score_hundredths,
                    quadrant: score.quadrant)
            }
        }
    }

    /// Tasks by the light that the journal told last before a moment, all or those that a unit leads; grey before
    /// anything was told.
    private func lights(
        until end: Instant, led unit: String?, in access: any ReadAccess
    ) throws -> [String: Int] {
        var told: [String: String] = [:]
        for entry in try Journal.entries(
            of: PolicyTaskLightChanged.kind, from: Instant(milliseconds: 0), until: end, in: access)
        {
            guard let fact = try entry.fact(PolicyTaskLightChanged.self) else { continue }
            told["\(fact.policy) \(fact.task)"] = fact.light
        }
        let all = try indicators.tasks.shelf.all(in: access).flatMap { policy in
            policy.tasks.filter { task in unit.map(task.leadUnits.contains) ?? true }.map {
                told["\(policy.meta.code) \($0.number)"] ?? TaskLight.grey.rawValue
            }
        }
        return Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
    }

    private func projects(
        of period: AnalysisPeriod, in access: any ReadAccess
    ) throws -> [AnalysisContent.Project] {
        let months = Set(period.months)
        guard let last = period.months.last else { return [] }
        return try indicators.tasks.shelf.all(in: access).flatMap { policy in
            let records = try ProjectStore.records(of: policy.meta.code, in: access)
            return policy.projects.filter { isOf(period, $0) }.map { project in
                let counting = records[project.number]?.counting ?? []
                let progress = counting.last { $0.month <= last }?.progress_percent
                let stage = ProjectStage(progress_percent: progress)
                return AnalysisContent.Project(
                    number: project.number, name: project.name, plannedFen: project.investmentFen,
                    periodFen: counting.filter { months.contains($0.month) }.reduce(0) { $0 + $1.allDoneFen },
                    doneFen: records[project.number]?.doneFen(by: last) ?? 0,
                    progress_percent: progress, stage: stage, isLate: stage.isLate(due: project.due, by: last))
            }
        }
    }

    private func items(
        of period: AnalysisPeriod, until end: Instant, in access: any ReadAccess
    ) throws -> (issued: Int, accepted: Int) {
        guard let start = period.months.first?.start else { return (0, 0) }
        let directives = try DirectiveStore.directives(in: access).filter { $0.issuedAt >= start && $0.issuedAt < end }
        let unit = unit(of: period)
        let accepted = directives.flatMap(\.answers).count { answer in
            (unit ?? answer.unit) == answer.unit
                && answer.judgement.map { $0.verdict == .accepted && $0.at < end } ?? false
        }
        let fulfilled = directives.flatMap(\.tasks.values).count { record in
            (unit == nil || record.assignment?.unit == unit) && record.isFulfilled(.year, by: end)
        }
        let issued = directives.flatMap(\.document.items).count { unit == nil || $0.unit == unit }
        return (issued, accepted + fulfilled)
    }

    /// What was reported of projects for the period's months after the report was issued: it counts nowhere in it, and
    /// is shown beside.
    func projectsCameLate(
        _ analysis: Analysis, in access: any ReadAccess
    ) throws -> [(project: PolicyProject, month: ProjectRecord.Month)] {
        guard let issued = analysis.issue?.at else { return [] }
        let months = Set(analysis.period.months)
        return try indicators.tasks.shelf.all(in: access).flatMap { policy in
            let records = try ProjectStore.records(of: policy.meta.code, in: access)
            return policy.projects.filter { isOf(analysis.period, $0) }.flatMap { project in
                (records[project.number]?.months ?? []).filter { months.contains($0.month) && $0.filedAt > issued }
                    .map { (project: project, month: $0) }
            }
        }
    }

    /// Values of the period's months that came after their month was closed: they count nowhere, and are shown beside.
    func cameLate(_ period: AnalysisPeriod, in access: any ReadAccess) throws -> [IndicatorValue] {
        guard let first = period.months.first, let last = period.months.last else { return [] }
        return try IndicatorStore.late(from: first, to: last, in: access).filter { value in
            period.region.map { value.place.region == $0 } ?? true
        }
    }
}
