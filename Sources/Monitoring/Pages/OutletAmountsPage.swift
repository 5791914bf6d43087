import Kernel
import Standards
import Web

/// The actual amounts of an outlet's year, month by month and factor by factor.
struct OutletAmountsPage: ListPage {
    static let template = "Monitoring/OutletAmountsPage"

    let outlet: OutletSummary
    let year: Int
    let lines: [AmountLine]
    let figures: AmountFigures
    /// A year comes whole.
    var next: String? { nil }

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

    func fileName(_ language: Language) -> String { "\(outlet.outlet) \(title(language))" }

    func tables(_ language: Language) -> [ListTable] {
        let (outlet, limit) = (outlet, figures.gapSharePercentMax.value)
        let columns: [TableColumn<AmountLine>] = [
            TableColumn(Phrase("排放口编号", "Outlet code")) { _ in .text(outlet.outlet.text) },
            TableColumn(Phrase("因子编码", "Code")) { .text($0.pollutant.text) },
            TableColumn(Phrase("因子", "Factor")) { .text(Pollutant($0.pollutant).name(language)) },
            TableColumn(Phrase("月份", "Month")) { .text($0.month.text) },
            TableColumn(Phrase("排放量（kg）", "Amount (kg)")) { .kilograms($0.amount.total) },
            TableColumn(Phrase("其中替代（kg）", "Of it substituted (kg)")) { .kilograms($0.amount.substituted) },
            TableColumn(Phrase("应测时段", "Parts expected")) { .number($0.amount.expectedParts) },
            TableColumn(Phrase("缺失时段", "Parts missing")) { .number($0.amount.gapParts) },
            TableColumn(Phrase("依据", "Basis")) { .text($0.basis(gapPercentMax: limit).phrase(language)) },
            TableColumn(Phrase("已记录", "Recorded")) {
                .text(($0.isRecorded ? Phrase("是", "yes") : Phrase("否", "no"))(language))
            },
            TableColumn(Phrase("判定", "Decision")) { $0.isRecorded ? .text($0.amount.decision.text) : .none },
        ]
        return [ListTable(Phrase("实际排放量", "Amounts"), lines, language, columns: columns)]
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

extension TableCell {
    /// Kilograms, exactly; nothing where no amount is known.
    fileprivate static func kilograms(_ mass: EmittedMass?) -> TableCell {
        mass == nil ? .none : .number(AmountText.kilograms(mass))
    }
}
