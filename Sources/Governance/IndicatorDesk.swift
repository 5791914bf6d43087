import Facts
import Kernel
import Persistence

/// Takes values of indicators: refuses them with a reason, or keeps and journals them; closes months and decides their
/// scores.
struct IndicatorDesk: Sendable {
    let tasks: GovernanceDesk
    let book: IndicatorBook
    let scores: ScoreFigures
    /// The districts, in their order.
    let regions: [(code: RegionCode, name: Phrase)]

    var journal: Journal { tasks.journal }

    /// How many years before the policy values may reach back, to compare with. Design value.
    static let yearsBeforePolicy = 10

    /// What a value is of and what it is, read and held against the registry.
    private func read(
        _ said: SaidValue, at now: Instant, in access: any ReadAccess
    ) throws -> (Indicator, IndicatorValue.Place, DecimalNumber) {
        guard let indicator = IndicatorCode(said.indicator).flatMap({ book[$0] }) else {
            throw IndicatorRefusal.unknownIndicator
        }
        guard indicator.way == .filed || indicator.way == .surveyed else { throw IndicatorRefusal.computed }
        let region = try region(said.region)
        guard region == nil || indicator.isByDistrict else { throw IndicatorRefusal.notByDistrict }
        guard let month = CivilMonth(said.month) else { throw IndicatorRefusal.unknownMonth }
        guard indicator.frequency.ends(with: month) else {
            throw IndicatorRefusal.otherPeriod(indicator.frequency)
        }
        guard month.end <= now else { throw IndicatorRefusal.monthNotOver(month) }
        if let issued = try tasks.shelf.policy(book.policy, in: access)?.meta.issued {
            let first = CivilMonth(issued).adding(-12 * Self.yearsBeforePolicy)
            guard month >= first else { throw IndicatorRefusal.monthBefore(first: first) }
        }
        guard let value = DecimalNumber(said.value) else { throw IndicatorRefusal.notANumber }
        guard indicator.range.contains(value) else { throw IndicatorRefusal.outOfRange(indicator.range) }
        let fraction = value.description.split(separator: ".").dropFirst().first?.count ?? 0
        guard fraction <= indicator.decimals else { throw IndicatorRefusal.tooFine(decimals: indicator.decimals) }
        return (indicator, .init(indicator: indicator.code, region: region, month: month), value)
    }

    private func region(_ text: String) throws -> RegionCode? {
        if text.isEmpty { return nil }
        guard let code = RegionCode(text), regions.contains(where: { $0.code == code }) else {
            throw IndicatorRefusal.unknownRegion
        }
        return code
    }

    /// Files a value, or with a reason corrects the one before. Only the owner may.
    func file(_ said: SaidValue, by doer: UnitMember, at now: Instant, in access: any WriteAccess) throws {
        let (indicator, place, value) = try read(said, at: now, in: access)
        guard try PolicyStore.organisations(access)[indicator.owner] == doer.organisation else {
            throw IndicatorRefusal.notTheOwner(indicator.owner)
        }
        guard indicator.way == .filed else { throw IndicatorRefusal.surveyed }
        guard !said.source.isEmpty else { throw IndicatorRefusal.sourceMissing }
        for (field, text, max) in [
            ("source", said.source, SaidValue.sourceMax), ("reason", said.reason, SaidValue.reasonMax),
        ] where text.unicodeScalars.count > max {
            throw IndicatorRefusal.textTooLong(field: field, max: max)
        }
        let before = try IndicatorStore.values(of: place, in: access).last
        let isCorrection = !said.reason.isEmpty
        if let before {
            guard isCorrection else { throw IndicatorRefusal.monthTwice(place.month) }
            guard before.value != value else { throw IndicatorRefusal.sameValue }
        } else if isCorrection {
            throw IndicatorRefusal.nothingToCorrect(place.month)
        }
        let author = FactAuthor.person(doer.person)
        let (number, reason) = ((before?.number ?? 0) + 1, isCorrection ? said.reason : nil)
        let fact = try journal.append(
            IndicatorValueFiled(
                indicator: indicator.code.text, region: place.region, month: place.month.description, number: number,
                value: value, source: said.source, unit: indicator.owner, reason: reason),
            about: FactSubject(region: place.region, reference: indicator.code.text), by: author,
            occurredAt: now, in: access)
        try IndicatorStore.insert(
            IndicatorValue(
                place: place, number: number, value: value, source: said.source, unit: indicator.owner,
                author: author.text, filedAt: now, reason: reason, fact: fact), in: access)
    }

    /// The figures of a month: as they were closed, or as they stand now.
    func figures(
        of month: CivilMonth, in access: any ReadAccess
    ) throws -> (figures: FrozenMonth, frozenAt: Instant?) {
        if let frozen = try IndicatorStore.frozen(month, in: access) { return (frozen.figures, frozen.at) }
        var computing = try computing(from: month.adding(-24), to: month, in: access)
        var all: [IndicatorFigure] = []
        for indicator in book.all {
            all.append(try computing.figure(indicator, nil, by: month))
            for region in indicator.isByDistrict ? regions : [] {
                all.append(try computing.figure(indicator, region.code, by: month))
            }
        }
        return (FrozenMonth(month: month, figures: all), nil)
    }

    /// Figures over what was filed in a stretch of months. Facts are read once a month and kind.
    func computing(
        from: CivilMonth, to: CivilMonth, in access: any ReadAccess
    ) throws -> IndicatorFigures {
        var known: [String: [JournalEntry]] = [:]
        return IndicatorFigures(
            book: book, values: try IndicatorStore.counting(from: from, to: to, in: access),
            entries: { count, month in
                let place = "\(count.kind) \(count.field ?? "") \(count.equals ?? "") \(month)"
                if let found = known[place] { return found }
                let found = try Journal.entries(of: count.kind, from: month.start, until: month.end, in: access)
                    .filter(count.counts)
                known[place] = found
                return found
            })
    }
}
