import Facts
import Kernel
import Persistence
import Standards
import Web

/// A decision explained: the rule, its clause, what it read, each step, and whether it replays.
struct DecisionPage: Page {
    static let template = "Monitoring/DecisionPage"

    let decision: Decision
    let rule: RuleDescriptor
    let input: StackHourExceedance.Input
    let factor: Pollutant
    let steps: [Phrase]
    let replays: Bool
    /// When the cited texts were in force.
    let timeline: LegalTimeline
    /// The discharge standards, of which only those count here that a limit stands in.
    let standards: DischargeLimits

    /// The day of the newest value read; of what read none, that of the decision.
    private var day: CivilDate { (input.readings.map(\.hour).max() ?? decision.decidedAt).civil.date }

    /// What holds of each text that the rule cites on that day.
    private var law: [Phrase] {
        let known = Set(standards.tables.map(\.name.standard))
        let applied = applied
        // A rule names the standards it serves; of them those count that this limit stands in, where it names any.
        let cited = timeline.cited(in: rule.basis).filter { text in
            applied.isEmpty || applied.contains(where: text.name.en.hasPrefix)
                || !known.contains(where: text.name.en.hasPrefix)
        }
        let told = cited.map { text in
            guard text.holds(on: day) else { return text.absence(on: day) }
            let sure = text.certainty.phrase
            return Phrase(
                "\(text.name.zh)：自 \(text.from) 起施行，当日有效（\(sure.zh)）",
                "\(text.name.en): in force since \(text.from), also on that day (\(sure.en))")
        }
        return told + applied.filter { standard in !cited.contains { $0.name.en.hasPrefix(standard) } }.map(days(of:))
    }

    /// The discharge standards in which a limit stands that held on that day.
    private var applied: [String] {
        let sources = input.limits.filter { $0.holds(on: day) }.map(\.source)
        return Set(
            standards.tables.map(\.name.standard).filter { standard in
                sources.contains { $0.contains(standard) }
            }
        ).sorted()
    }

    /// Since when a standard is in force, by its tables.
    private func days(of standard: String) -> Phrase {
        let tables = standards.tables.filter { $0.name.standard == standard }
        let lines = standards.limits.filter { $0.table.standard == standard }
        let from = lines.map(\.validFrom).min()?.description ?? "–"
        let sure = (tables.map(\.datesCertainty).first { $0 != .verified } ?? .verified).phrase
        guard lines.contains(where: { $0.holds(on: day) }) else {
            return Phrase(
                "\(standard)：当日无有效条款（\(sure.zh)）",
                "\(standard): none of its lines in force on that day (\(sure.en))")
        }
        return Phrase(
            "\(standard)：自 \(from) 起施行，当日有效（\(sure.zh)）",
            "\(standard): in force since \(from), also on that day (\(sure.en))")
    }

    struct Content: Encodable, Sendable {
        let decision: String
        let rule: String
        let version: Int
        let basis: Phrase
        /// What holds of the cited texts on the day of the event.
        let law: [Phrase]
        let certainty: String
        let decidedAt: String
        let steps: [Phrase]
        let replays: Bool
        let outlet: String
        let pollutant: String
        let readings: [Reading]
        let limits: [Limit]

        struct Reading: Encodable, Sendable {
            let hour: String
            let average: String?
            let converted: String?
            let mark: String?
            let frame: String
            let frameAt: String
        }

        struct Limit: Encodable, Sendable {
            let limit: String
            /// How sure the standard's text is known; nil for other limits.
            let certainty: String?
            let validFrom: String
            let validTo: String?
            let source: String
            /// `permit`, `standard` or `local-order`; nil where it was not told.
            let sourceKind: String?
        }
    }

    func title(_ language: Language) -> String {
        Phrase("判定依据 \(rule.code)", "Decision by \(rule.code)")(language)
    }

    var content: Content {
        Content(
            decision: decision.id.text, rule: rule.code, version: rule.version, basis: rule.basis,
            law: law, certainty: rule.certainty.rawValue, decidedAt: decision.decidedAt.civil.isoText, steps: steps,
            replays: replays, outlet: input.outlet.text, pollutant: input.pollutant.text,
            readings: input.readings.map { reading in
                Content.Reading(
                    hour: reading.hour.civil.isoText, average: reading.average?.description,
                    converted: reading.converted?.description, mark: reading.mark, frame: reading.frame.hex,
                    frameAt: reading.hour.civil.isoText)
            },
            limits: input.limits.map { limit in
                Content.Limit(
                    limit: limit.text, certainty: limit.certainty?.rawValue, validFrom: limit.validFrom.description,
                    validTo: limit.validTo?.description, source: limit.source,
                    sourceKind: limit.sourceKind?.rawValue)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        let parameters = input.parameters
        return [
            "outlet": input.outlet.text,
            "factor": "\(factor.name(language)) \(factor.unit(language))",
            "rule": rule.code,
            "version": String(rule.version),
            "ruleTitle": rule.title(language),
            "basis": rule.basis(language),
            "hasLaw": !law.isEmpty,
            "law": law.map { $0(language) },
            "eventDay": day.description,
            "certainty": rule.certainty.phrase(language),
            "cautions": rule.certainty.caution.map { [$0(language)] } ?? [String](),
            "decidedAt": decision.decidedAt.civil.secondText,
            "decision": decision.id.text,
            "replays": replays,
            "steps": steps.map { $0(language) },
            "readings": input.readings.map { reading in
                [
                    "hour": reading.hour.civil.minuteText,
                    "average": FigureText.concentration(reading.average),
                    "converted": FigureText.concentration(reading.converted),
                    "mark": reading.mark ?? "–",
                    "frame": reading.frame.hex,
                    "frameAt": reading.hour.civil.digits,
                    "frameShort": String(reading.frame.hex.prefix(8)),
                ]
            },
            "limits": input.limits.map { limit in
                [
                    "limit": limit.words(language),
                    "from": limit.validFrom.description,
                    "to": limit.validTo?.description ?? "–",
                    "source": limit.sourceText(language),
                ]
            },
            "gapHours": String(parameters.gapHoursMax),
            "clockLead": String(parameters.clockLeadMinutesMax),
            "levels": "\(parameters.yellowFrom) / \(parameters.orangeFrom) / \(parameters.redAbove)",
        ]
    }
}
