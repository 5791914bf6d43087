import Facts
import Kernel
import Standards
import Web

/// How the amount of a month came about: each step in words, the rule, and whether it replays.
struct MonthAmountPage: Page {
    static let template = "Monitoring/MonthAmountPage"

    let outlet: OutletSummary
    let line: AmountLine
    let outcome: AmountOutcome
    let rule: RuleDescriptor
    let steps: [Phrase]
    let figures: AmountFigures
    /// Nil for what is counted so far: there is nothing recorded to replay.
    let replays: Bool?
    /// The recorded versions; nil for what is counted so far.
    let versions: AmountVersions?

    struct Content: Encodable, Sendable {
        let outlet: String
        let pollutant: String
        let month: String
        let rule: String
        let total_mg: Int64?
        let substituted_mg: Int64?
        let expectedParts: Int
        let gapParts: Int
        let comparedHours: Int
        let differingHours: Int
        let isRecorded: Bool
        let replays: Bool?
        let steps: [Phrase]
        let version: Int?
        let versions: Int?
    }

    func title(_ language: Language) -> String {
        let name = Pollutant(line.pollutant).name
        return Phrase("\(line.month.text) \(name.zh)排放量", "\(name.en): amount of \(line.month.text)")(language)
    }

    private var path: String { "/outlets/\(outlet.outlet)/amounts/\(line.pollutant)/\(line.month.text)" }

    var content: Content {
        Content(
            outlet: outlet.outlet.text, pollutant: line.pollutant.text, month: line.month.text, rule: rule.code,
            total_mg: line.amount.total?.milligrams, substituted_mg: line.amount.substituted?.milligrams,
            expectedParts: outcome.expectedParts, gapParts: outcome.gapParts, comparedHours: outcome.comparedHours,
            differingHours: outcome.differingHours, isRecorded: line.isRecorded, replays: replays, steps: steps,
            version: versions?.shown, versions: versions.map { $0.revisions.count + 1 })
    }

    func view(_ language: Language) -> [String: Any] {
        let basis = line.basis(gapPercentMax: figures.gapSharePercentMax.value)
        return [
            "outlet": outlet.outlet.text,
            "outletTitle": outlet.title,
            "enterpriseName": outlet.enterpriseName,
            "back": "/outlets/\(outlet.outlet)/amounts?year=\(line.month.year)",
            "amount": AmountText.mass(line.amount.total),
            "milligrams": line.amount.total.map { "\($0) mg" } ?? "–",
            "substituted": AmountText.mass(line.amount.substituted),
            "basis": basis.phrase(language),
            "tag": basis == .automatic ? "done" : basis == .nothing ? "neutral" : "late",
            "gaps": "\(outcome.gapParts) / \(outcome.expectedParts)",
            "isSoFar": !line.isRecorded,
            "isFormer": versions?.isFormer ?? false,
            "newest": path,
            "hasVersions": !(versions?.revisions.isEmpty ?? true),
            "versions": versions?.rows(path, language) ?? [],
            "rule": rule.code,
            "version": String(rule.version),
            "ruleTitle": rule.title(language),
            "ruleBasis": rule.basis(language),
            "certainty": rule.certainty.phrase(language),
            "cautions": rule.certainty.caution.map { [$0(language)] } ?? [String](),
            "steps": steps.map { $0(language) },
            "isRecorded": line.isRecorded,
            "replays": replays ?? false,
            "decision": line.isRecorded ? line.amount.decision.text : "–",
            "recordedAt": line.amount.recordedAt.civil.secondText,
        ]
    }
}
