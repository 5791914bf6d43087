import Facts
import Kernel

/// One exceedance as a document states it, kept in the form of the step that made the document: the heaviest under
/// `stated_…`, the second under `stated_2_…`. Whatever a step of an earlier program lacks is nil.
struct StatedExceedance: Sendable, Equatable {
    let pollutant: PollutantCode?
    /// The factor's name.
    let factor: Phrase?
    private(set) var from: String
    private(set) var until: String
    /// The value furthest beyond the limit.
    private(set) var peak: String
    /// The bound that it breaks.
    let limit: String
    /// The code of the unit of both; nil for mg/m³.
    let unit: String?
    /// Times over; nil where that means nothing: pH, temperatures, what must not be detected.
    private(set) var multiple: String?
    let averaging: MeanPeriod?
    /// What the limit demands, with its unit: `≤ 35 mg/m³`, `6–9`.
    let demand: String?
    /// Where the limit is written.
    let source: Phrase?
    /// The rule with its version.
    let rule: String?
    private(set) var decision: String?
    /// The legal basis in one, as steps of earlier programs state it.
    let basis: Phrase?
    /// What the texts are that judge, forbid and punish it, each with how sure we are of it; empty in steps of earlier
    /// programs.
    let bases: [ClosedLoopRules.LegalBasis.Part: Phrase]
    /// The document by which the authority adopted the rule.
    let adoption: Phrase?
    /// The means that exceed, the first ones of many.
    private(set) var values: [ExceedingValue]
    /// How many means exceed; nil in steps of earlier programs.
    private(set) var count: Int?
    /// That it is stated as an order had it, with what is known now; nil where it is stated as it is known.
    private(set) var asOrdered: Phrase?
    /// Whether the enterprise could still mark some of its hours.
    let isProvisional: Bool
    /// Whether it no longer stood on the effective values.
    let isWithdrawn: Bool

    /// As many means as half a sheet holds; the decision names all of them.
    private static let valuesMax = 24

    /// What is known of an exceedance now.
    init(_ known: CaseEpisode, ground: ExceedanceGround?, bases: [ClosedLoopRules.LegalBasis]) {
        let extent = known.extent
        pollutant = known.pollutant
        factor = ground?.factor
        from = extent.firstHour.civil.minuteText
        until = extent.end.civil.minuteText
        peak = extent.peak.description
        limit = extent.limit.description
        unit = extent.unit
        multiple = extent.countsMultiple ? extent.multiple.description : nil
        averaging = extent.mean
        demand = ground?.limit
        source = ground?.limitSource
        rule = ground?.rule
        decision = ground?.decision.text
        basis = nil
        self.bases = Dictionary(
            uniqueKeysWithValues: ClosedLoopRules.LegalBasis.Part.allCases.compactMap { part in
                bases.sentence(of: part).map { (part, $0) }
            })
        adoption = ground?.adoption
        values = Array((ground?.values ?? []).prefix(Self.valuesMax))
        // A furnace's extent counts days, its papers list the five-minute means of them.
        count = pollutant == .furnaceTemperature ? ground?.values.count : extent.hours
        isProvisional = known.traits.isProvisional
        isWithdrawn = known.isWithdrawn
    }

    /// The exceedance that a form states at a place; nil for none.
    init?(in form: [String: String], at place: Int) {
        let prefix = Self.prefix(at: place)
        func text(_ name: String) -> String? { form[prefix + name] }
        func phrase(_ name: String) -> Phrase? {
            text(name).map { Phrase($0, text(name + "_en") ?? $0) }
        }
        guard let from = text("from") else { return nil }
        self.from = from
        until = text("until") ?? "–"
        peak = text("peak") ?? "–"
        limit = text("limit") ?? "–"
        unit = text("unit")
        let isPlain = ["1", "degC"].contains(unit ?? "")
        // Earlier programs wrote 0 where no multiple is counted.
        multiple = isPlain || text("multiple") == "0" ? nil : text("multiple")
        pollutant = text("factor").flatMap { PollutantCode($0) }
        factor = phrase("name")
        averaging = text("averaging").flatMap(MeanPeriod.init)
        demand = text("demand")
        source = phrase("source")
        rule = text("rule")
        decision = text("decision")
        basis = phrase("basis")
        bases = Dictionary(
            uniqueKeysWithValues: ClosedLoopRules.LegalBasis.Part.allCases.compactMap { part in
                phrase("law_\(part.rawValue)").map { (part, $0) }
            })
        adoption = phrase("adoption")
        asOrdered = phrase("ordered")
        values = (text("values") ?? "").split(separator: "\n").compactMap { ExceedingValue(line: $0) }
        count = text("count").flatMap { Int($0) }
        isProvisional = text("provisional") == "true"
        isWithdrawn = text("withdrawn") == "true"
    }

    /// The same as an order stated it, where that was about more means: a closure tells how much was ordered right, and
    /// what is left of it.
    ///
    /// - Parameter form: The form of the order's step.
    func asOrdered(in form: [String: String], number: String) -> StatedExceedance {
        var place = 1
        while let ordered = StatedExceedance(in: form, at: place) {
            place += 1
            guard ordered.pollutant == pollutant, ordered.averaging == averaging, pollutant != .furnaceTemperature,
                ordered.from <= until, from <= ordered.until, let before = ordered.count, before > count ?? 0
            else { continue }
            var stated = self
            (stated.from, stated.until, stated.peak) = (ordered.from, ordered.until, ordered.peak)
            (stated.multiple, stated.decision) = (ordered.multiple, ordered.decision)
            (stated.values, stated.count) = (ordered.values, before)
            let left =
                isWithdrawn
                ? Phrase("按其后的数据已不成立", "on later data it no longer stands")
                : Phrase(
                    "按现有数据为 \(from) 至 \(until) 的 \(count ?? 0) 个均值，最不利值 \(peak)",
                    "on the data known now \(count ?? 0) means from \(from) to \(until), worst value \(peak)")
            stated.asOrdered = Phrase(
                "按\(number)所列的 \(before) 个均值；\(left.zh)", "\(before) means, as in \(number); \(left.en)")
            return stated
        }
        return self
    }

    /// Its part of a form.
    func form(at place: Int) -> [String: String] {
        var texts: [String: String?] = [
            "from": from, "until": until, "peak": peak, "limit": limit,
            // What is usual, mg/m³, is left out, as steps of earlier programs have it.
            "unit": unit, "multiple": multiple, "factor": pollutant?.text, "name": factor?.zh, "name_en": factor?.en,
            "averaging": averaging?.rawValue, "demand": demand, "source": source?.zh, "source_en": source?.en,
            "rule": rule, "decision": decision, "basis": basis?.zh, "basis_en": basis?.en,
            "adoption": adoption?.zh, "adoption_en": adoption?.en,
            "values": values.isEmpty ? nil : values.map(\.line).joined(separator: "\n"),
            "count": count.map { "\($0)" }, "provisional": isProvisional ? "true" : nil,
            "withdrawn": isWithdrawn ? "true" : nil, "ordered": asOrdered?.zh, "ordered_en": asOrdered?.en,
        ]
        for (part, text) in bases {
            (texts["law_\(part.rawValue)"], texts["law_\(part.rawValue)_en"]) = (text.zh, text.en)
        }
        let prefix = Self.prefix(at: place)
        return Dictionary(uniqueKeysWithValues: texts.compactMap { name, text in text.map { (prefix + name, $0) } })
    }

    /// The field that is there whenever something is stated at a place.
    static func mark(at place: Int) -> String { prefix(at: place) + "from" }

    private static func prefix(at place: Int) -> String { place == 1 ? "stated_" : "stated_\(place)_" }
}
