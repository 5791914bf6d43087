import Kernel
import Standards
import Web

/// The actual amounts of an outlet's year, month by month and factor by factor.
struct OutletAmountsPage: Page {
    static let template = "Monitoring/OutletAmountsPage"

    let outlet: OutletSummary
    let year: Int
    let lines: [AmountLine]
    let figures: AmountFigures

    struct Content: Encodable, Sendable {
        let outlet: String
        let year: Int
        let amounts: [Amount]

        struct Amount: Encodable, Sendable {
            let pollutant: String
            let month: String
            let total_mg: Int64?
            let substituted_mg: Int64?
            let expectedParts: Int
            let gapParts: Int
            let basis: String
            let isRecorded: Bool
            let decision: String?
        }
    }

    func title(_ language: Language) -> String {
        Phrase("\(year) 年实际排放量", "Actual amounts of \(year)")(language)
    }

    var content: Content {
        Content(
            outlet: outlet.outlet.text, year: year,
            amounts: lines.map { line in
                Content.Amount(
                    pollutant: line.pollutant.text, month: line.month.text,
                    total_mg: line.amount.total?.milligrams, substituted_mg: line.amount.substituted?.milligrams,
                    expectedParts: line.amount.expectedParts, gapParts: line.amount.gapParts,
                    basis: line.basis(gapPercentMax: figures.gapSharePercentMax.value).rawValue,
                    isRecorded: line.isRecorded, decision: line.isRecorded ? line.amount.decision.text : nil)
            })
    }

    /// The same as comma-separated lines, amounts in kilograms.
    var csv: String {
        let head = "outlet,pollutant,month,total_kg,substituted_kg,expected_parts,gap_parts,basis,recorded"
        let rows = lines.map { line in
            [
                outlet.outlet.text, line.pollutant.text, line.month.text, AmountText.kilograms(line.amount.total),
                AmountText.kilograms(line.amount.substituted), "\(line.amount.expectedParts)",
                "\(line.amount.gapParts)", line.basis(gapPercentMax: figures.gapSharePercentMax.value).rawValue,
                line.isRecorded ? "yes" : "no",
            ].joined(separator: ",")
        }
        return ([head] + rows).joined(separator: "\r\n") + "\r\n"
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "outlet": outlet.outlet.text,
            "outletTitle": outlet.title,
            "enterprise": outlet.enterprise.text,
            "enterpriseName": outlet.enterpriseName,
            "region": outlet.regionName(language),
            "year": String(year),
            "earlier": "/outlets/\(outlet.outlet)/amounts?year=\(year - 1)",
            "later": "/outlets/\(outlet.outlet)/amounts?year=\(year + 1)",
            "csv": "/outlets/\(outlet.outlet)/amounts.csv?year=\(year)",
            "gapLimit": figures.gapSharePercentMax.shown(unit: "%")(language),
            "hasFactors": !lines.isEmpty,
            "factors": Set(lines.map(\.pollutant)).sorted().map { factor($0, language) },
        ]
    }

    private func factor(_ code: PollutantCode, _ language: Language) -> [String: Any] {
        let own = lines.filter { $0.pollutant == code }
        let recorded = own.filter(\.isRecorded).compactMap(\.amount.total)
        return [
            "name": Pollutant(code).name(language), "code": code.text,
            "sum": AmountText.mass(recorded.isEmpty ? nil : EmittedMass.sum(recorded)),
            "months": own.map { row($0, language) },
        ]
    }

    private func row(_ line: AmountLine, _ language: Language) -> [String: Any] {
        let basis = line.basis(gapPercentMax: figures.gapSharePercentMax.value)
        let amount = line.amount
        let substituted = amount.total.map { total in
            AmountText.share(amount.substituted?.milligrams ?? 0, of: total.milligrams)
        }
        return [
            "month": line.month.text,
            "amount": AmountText.mass(amount.total),
            "substituted": substituted ?? "–",
            "gaps": "\(amount.gapParts) / \(amount.expectedParts)",
            "gapShare": AmountText.share(Int64(amount.gapParts), of: Int64(amount.expectedParts)),
            "basis": basis.phrase(language),
            "tag": basis == .automatic ? "done" : basis == .nothing ? "neutral" : "late",
            "state": line.isRecorded
                ? Phrase("已记录", "recorded")(language) : Phrase("迄今为止，未记录", "so far, not recorded")(language),
            "link": "/outlets/\(outlet.outlet)/amounts/\(line.pollutant)/\(line.month.text)",
        ]
    }
}
