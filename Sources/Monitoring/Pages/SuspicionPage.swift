import Facts
import Kernel
import Standards
import Web

/// One suspicion: what was seen, how often honest values show it, the curve with its table, the rule and its replay.
struct SuspicionPage: Page {
    static let template = "Monitoring/SuspicionPage"

    let suspicion: Suspicion
    let outlet: OutletSummary
    let figures: [String: String]
    let steps: [Phrase]
    let evidence: SuspicionEvidence
    /// The frames behind the hours shown, as far as the hour's value still stands on one.
    let frames: [Instant: Digest256]
    let decidedAt: Instant
    let replays: Bool

    /// Rows of the table: the last hours of what was seen.
    static let rowsMax = 48

    struct Content: Encodable, Sendable {
        let suspicion: SuspicionListPage.Content.Entry
        let steps: [Phrase]
        let honestly: Phrase
        let replays: Bool
        let hours: [Hour]

        struct Hour: Encodable, Sendable {
            let hour: String
            let value: String?
            let other: String?
            let mark: String?
            let frame: String?
        }
    }

    func title(_ language: Language) -> String {
        let name = SignWords.name(of: suspicion.sign)
        return Phrase("嫌疑：\(name.zh)", "Suspicion: \(name.en)")(language)
    }

    private var rows: [SuspicionEvidence.Row] {
        Array(evidence.rows.filter { $0.hour <= suspicion.lastHour }.suffix(Self.rowsMax))
    }

    var content: Content {
        Content(
            suspicion: SuspicionListPage.Content.Entry(suspicion, figures), steps: steps,
            honestly: SignWords.honestly(suspicion.sign), replays: replays,
            hours: rows.map { row in
                Content.Hour(
                    hour: row.hour.civil.isoText, value: row.value, other: row.other, mark: row.mark,
                    frame: (row.frame ?? frames[row.hour])?.hex)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        let rule = suspicion.sign.rule
        return [
            "usesChart": evidence.hasCurve,
            "hasChart": evidence.hasCurve,
            "chart": "/suspicions/\(suspicion.id)/chart",
            "outlet": suspicion.outlet.text,
            "outletTitle": outlet.title,
            "enterprise": outlet.enterprise.text,
            "enterpriseName": outlet.enterpriseName,
            "region": outlet.regionName(language),
            "pollutant": suspicion.pollutant.map { Pollutant($0).name(language) } ?? "–",
            "sentence": SignWords.sentence(suspicion.sign, figures)(language),
            "honestly": SignWords.honestly(suspicion.sign)(language),
            "from": suspicion.firstHour.civil.minuteText,
            "to": suspicion.lastHour.adding(hours: 1).civil.minuteText,
            "tag": suspicion.endedAt == nil ? "orange" : "neutral",
            "state": suspicion.endedAt == nil
                ? Phrase("仍可见", "still seen")(language)
                : Phrase(
                    "\(suspicion.endedAt?.civil.minuteText ?? "") 起不再可见",
                    "seen no longer since \(suspicion.endedAt?.civil.minuteText ?? "")")(language),
            "rule": rule.code,
            "version": String(rule.version),
            "ruleTitle": rule.title(language),
            "basis": rule.basis(language),
            "certainty": rule.certainty.phrase(language),
            "cautions": rule.certainty.caution.map { [$0(language)] } ?? [String](),
            "decidedAt": decidedAt.civil.secondText,
            "decision": suspicion.decision.text,
            "replays": replays,
            "steps": steps.map { $0(language) },
            "valueHeading": evidence.valueHeading(language),
            "otherHeading": evidence.otherHeading(language),
            "rows": rows.reversed().map { row in
                let frame = row.frame ?? frames[row.hour]
                return [
                    "hour": row.hour.civil.minuteText, "value": row.value ?? "–", "other": row.other ?? "–",
                    "mark": row.mark ?? "–",
                    "frame": frame.map {
                        ["sha256": $0.hex, "short": String($0.hex.prefix(8)), "at": row.hour.civil.digits]
                    } ?? false,
                ] as [String: Any]
            },
        ]
    }
}
