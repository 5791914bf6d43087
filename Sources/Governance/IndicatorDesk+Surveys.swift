import Facts
import FoundationEssentials
import Kernel
import Persistence

extension IndicatorDesk {
    /// Codes of districts by what a table may call them.
    var regionNames: [String: RegionCode] {
        Dictionary(
            regions.flatMap { [($0.code.text, $0.code), ($0.name.zh, $0.code)] },
            uniquingKeysWith: { first, _ in first })
    }

    /// Files the city's result of a round as the value of its year. One that was filed before surveys came in is
    /// corrected by it.
    func fileSurvey(
        _ survey: Survey, mean_hundredths: Int, _ decision: DecisionID, by author: FactAuthor, at now: Instant,
        in access: any WriteAccess
    ) throws {
        guard let indicator = book.all.first(where: { $0.way == .surveyed }) else { return }
        let place = IndicatorValue.Place(indicator: indicator.code, region: nil, month: survey.month)
        let value = DecimalNumber(Decimal(mean_hundredths) / 100)
        let before = try IndicatorStore.values(of: place, in: access).last
        let (number, reason) = ((before?.number ?? 0) + 1, before.map { _ in "以满意度调查结果为准" })
        let source = "\(survey.title)（\(SurveyResultRule.descriptor.code)，\(decision)）"
        let fact = try journal.append(
            IndicatorValueFiled(
                indicator: indicator.code.text, region: nil, month: place.month.description, number: number,
                value: value, source: source, unit: indicator.owner, reason: reason),
            about: FactSubject(reference: indicator.code.text), by: author, occurredAt: now, in: access)
        try IndicatorStore.insert(
            IndicatorValue(
                place: place, number: number, value: value, source: source, unit: indicator.owner,
                author: author.text, filedAt: now, reason: reason, fact: fact), in: access)
    }
}
