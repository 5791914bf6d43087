import Facts
import Kernel
import Standards
import Web

/// Suspicions of falsification, filtered by what the address says.
struct SuspicionListPage: ListPage {
    static let template = "Monitoring/SuspicionListPage"

    let lines: [Line]
    let counts: [(sign: SignKind, region: RegionCode, count: Int)]
    let regionName: @Sendable (RegionCode) -> Phrase
    let filter: SuspicionFilter
    let next: String?

    /// One suspicion with what it saw and where.
    struct Line: Sendable {
        let suspicion: Suspicion
        let figures: [String: String]
        let outlet: OutletSummary
    }

    struct Content: Encodable, Sendable {
        let suspicions: [Entry]
        let next: String?

        struct Entry: Encodable, Sendable {
            let suspicion: String
            let sign: String
            /// What is seen, in words.
            let sentence: Phrase
            let rule: String
            let outlet: String
            /// In a list, which names what it shows.
            var outletName: String?
            let enterprise: String
            var enterpriseName: String?
            var region: String?
            let pollutant: String?
            let firstHour: String
            let lastHour: String
            let foundAt: String
            let endedAt: String?
            let figures: [String: String]
            let decision: String
        }
    }

    func title(_ language: Language) -> String {
        Phrase("数据造假嫌疑", "Suspicions of falsified values")(language)
    }

    var content: Content {
        Content(
            suspicions: lines.map { line in
                var entry = Content.Entry(line.suspicion, line.figures)
                entry.outletName = line.outlet.title
                (entry.enterpriseName, entry.region) = (line.outlet.enterpriseName, line.outlet.region.text)
                return entry
            }, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "hasCounts": !counts.isEmpty,
            "counts": SignKind.allCases.compactMap { sign -> [String: Any]? in
                let count = counts.filter { $0.sign == sign }.map(\.count).reduce(0, +)
                guard count > 0 else { return nil }
                return [
                    "count": FigureText.grouped(count), "word": SignWords.name(of: sign)(language),
                    "link": "/suspicions?sign=\(sign.rawValue)",
                ]
            },
            "signs": SignKind.allCases.map {
                ["code": $0.rawValue, "word": SignWords.name(of: $0)(language), "isChosen": $0 == filter.sign]
            },
            "regions": Set(counts.map(\.region) + [filter.region].compactMap(\.self)).sorted().map {
                [
                    "code": $0.text, "word": regionName($0)(language), "isChosen": $0 == filter.region,
                ]
            },
            "states": SuspicionFilter.State.allCases.map {
                ["code": $0.rawValue, "word": Self.word(of: $0)(language), "isChosen": $0 == filter.state]
            },
            "outlet": filter.outlet?.text ?? "",
            "hasLines": !lines.isEmpty,
            "lines": lines.map { row($0, language) },
            "hasNext": next != nil,
            "next": next ?? "",
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<Line>] = [
            TableColumn(Phrase("迹象", "Sign")) { .text(SignWords.name(of: $0.suspicion.sign)(language)) },
            TableColumn(Phrase("企业", "Enterprise")) { .text($0.outlet.enterpriseName) },
            TableColumn(Phrase("排放口", "Outlet")) { .text($0.outlet.title) },
            TableColumn(Phrase("排放口编号", "Outlet code")) { .text($0.suspicion.outlet.text) },
            TableColumn(Phrase("属地", "Region")) { .text($0.outlet.regionName(language)) },
            TableColumn(Phrase("因子", "Factor")) {
                .text($0.suspicion.pollutant.map { Pollutant($0).name(language) })
            },
            TableColumn(Phrase("所见", "What is seen")) {
                .text(SignWords.sentence($0.suspicion.sign, $0.figures)(language))
            },
            TableColumn(Phrase("起", "From")) { .moment($0.suspicion.firstHour) },
            TableColumn(Phrase("止", "Until")) { .moment($0.suspicion.lastHour.adding(hours: 1)) },
            TableColumn(Phrase("发现时间", "Found")) { .moment($0.suspicion.foundAt) },
            TableColumn(Phrase("消失时间", "Seen no longer since")) { .moment($0.suspicion.endedAt) },
            TableColumn(Phrase("规则", "Rule")) { .text($0.suspicion.sign.rule.code) },
            TableColumn(Phrase("判定", "Decision")) { .text($0.suspicion.decision.text) },
        ]
        return [ListTable(Phrase("造假嫌疑", "Suspicions"), lines, language, columns: columns)]
    }

    private static func word(of state: SuspicionFilter.State) -> Phrase {
        switch state {
        case .open: Phrase("仍可见", "still seen")
        case .ended: Phrase("已消失", "seen no longer")
        case .all: Phrase("全部", "all")
        }
    }

    private func row(_ line: Line, _ language: Language) -> [String: Any] {
        let suspicion = line.suspicion
        return [
            "id": suspicion.id.text,
            "tag": suspicion.endedAt == nil ? "orange" : "neutral",
            "sign": SignWords.name(of: suspicion.sign)(language),
            "sentence": SignWords.sentence(suspicion.sign, line.figures)(language),
            "outlet": suspicion.outlet.text,
            "outletTitle": line.outlet.title,
            "enterprise": line.outlet.enterprise.text,
            "enterpriseName": line.outlet.enterpriseName,
            "region": line.outlet.regionName(language),
            "pollutant": suspicion.pollutant.map { Pollutant($0).name(language) } ?? "–",
            "from": suspicion.firstHour.civil.minuteText,
            "to": suspicion.lastHour.adding(hours: 1).civil.minuteText,
            "foundAt": suspicion.foundAt.civil.minuteText,
        ]
    }
}

extension SuspicionListPage.Content.Entry {
    init(_ suspicion: Suspicion, _ figures: [String: String]) {
        self.init(
            suspicion: suspicion.id.text, sign: suspicion.sign.rawValue,
            sentence: SignWords.sentence(suspicion.sign, figures), rule: suspicion.sign.rule.code,
            outlet: suspicion.outlet.text, enterprise: suspicion.enterprise.text,
            pollutant: suspicion.pollutant?.text, firstHour: suspicion.firstHour.civil.isoText,
            lastHour: suspicion.lastHour.civil.isoText, foundAt: suspicion.foundAt.civil.isoText,
            endedAt: suspicion.endedAt?.civil.isoText, figures: figures, decision: suspicion.decision.text)
    }
}
