import Kernel
import Web

/// For the leading group: the lights of all tasks by section, what is late by unit, the projects by money.
struct CockpitPage: Page {
    static let template = "Governance/CockpitPage"

    let policy: PolicyDocument
    /// Every policy, and the minutes whose decisions are open tasks.
    let boards: [BoardLine]
    /// The city's indicators that have goals.
    let indicators: [IndicatorLine]
    /// Scores of the month that was closed last.
    let dual: [Score]
    let regions: [(code: RegionCode, name: Phrase)]
    let good_points: Int
    let projects: [ProjectLine]
    let map: DistrictMap
    /// How many reports are overdue, by lead unit, over all boards.
    let overdue: [(unit: String, count: Int)]
    /// Findings of notices and decisions of minutes that are not accepted yet, the most urgent first.
    let items: [DirectiveLine]
    /// Whether the visitor works for the office.
    let isOffice: Bool
    /// Whether the visitor's organisation is a unit of policies, with tasks of its own.
    let hasUnit: Bool

    struct Content: Encodable, Sendable {
        let policy: String
        let lights: [String: Int]
        let sections: [Section]
        let overdue: [Overdue]
        let investmentFen: Int64
        let indicators: [IndicatorLine.Content]
        let projects: [ProjectLine.Content]
        /// How many projects are past their deadline and not built.
        let lateProjects: Int
        let items: [DirectiveLine.Content]
        let boards: [BoardLine.Content]

        struct Section: Encodable, Sendable {
            let section: Int
            let title: String
            let lights: [Light]
        }

        struct Light: Encodable, Sendable {
            let task: Int
            let light: String
            let reason: String
        }

        struct Overdue: Encodable, Sendable {
            let unit: String
            let reports: Int
        }
    }

    func title(_ language: Language) -> String { Phrase("政策推进总览", "The policy at a glance")(language) }

    private var lines: [TaskLine] { boards.first { $0.document.meta.code == policy.meta.code }?.lines ?? [] }
    private func lines(of section: Int) -> [TaskLine] { lines.filter { $0.task.sectionNumber == section } }
    private func name(of score: Score) -> Phrase {
        regions.first { $0.code.text == score.subject }?.name ?? Phrase("全市", "the city")
    }

    /// The month that figures are of where nothing is older.
    private var newest: CivilMonth? { indicators.map(\.figure.month).max() }
    private var doneFen: Int64 { projects.reduce(0) { $0 + $1.doneFen } }
    private func count(_ light: TaskLight) -> Int { lines.count { $0.light == light } }

    var content: Content {
        Content(
            policy: policy.meta.code.text,
            lights: Dictionary(uniqueKeysWithValues: TaskLight.allCases.map { ($0.rawValue, count($0)) }),
            sections: policy.sections.map { section in
                Content.Section(
                    section: section.number, title: section.title,
                    lights: lines(of: section.number).map {
                        .init(task: $0.task.number, light: $0.light.rawValue, reason: $0.reason.rawValue)
                    })
            }, overdue: overdue.map { .init(unit: $0.unit, reports: $0.count) },
            investmentFen: policy.investmentFen, indicators: indicators.map(\.content),
            projects: projects.map(\.content), lateProjects: projects.count(where: \.isLate),
            items: items.map(\.content), boards: boards.map(\.content))
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "documentNumber": policy.meta.documentNumber,
            "documentAddress": policy.minutes?.address ?? "/policy?document=\(policy.meta.code)",
            "isPolicy": policy.minutes == nil, "hasBoards": boards.count > 1,
            "boards": boards.map { $0.view(language, isCurrent: $0.document.meta.code == policy.meta.code) },
            "documentTitle": policy.meta.title,
            "isOffice": isOffice, "hasUnit": hasUnit, "code": policy.meta.code.text, "taskCount": String(lines.count),
            "counts": TaskLight.allCases.map { light -> [String: Any] in
                [
                    "tag": light.tag, "word": light.phrase(language), "count": String(count(light)),
                    "light": light.rawValue,
                ]
            },
            "sections": policy.sections.map { section -> [String: Any] in
                [
                    "title": PolicyWords.section(section.title, language),
                    "titleLanguage": PolicyWords.sectionLanguage(section.title, language),
                    "tasks": lines(of: section.number).map { line -> [String: Any] in
                        [
                            "number": String(line.task.number), "tag": line.light.tag, "text": line.task.text,
                            "word": line.light.phrase(language), "reason": line.reason.phrase(language),
                            "address": line.address,
                        ]
                    },
                ]
            },
            "urgent": lines.filter { $0.light == .red || $0.light == .amber }
                .sorted { ($0.light == .red ? 0 : 1, $0.task.number) < ($1.light == .red ? 0 : 1, $1.task.number) }
                .map { $0.view(language) },
            "hasUrgent": count(.red) + count(.amber) > 0,
            "hasItems": !items.isEmpty, "items": items.map { $0.view(language) },
            "hasOverdue": !overdue.isEmpty,
            "overdue": overdue.map { ["unit": $0.unit, "count": String($0.count)] },
            "projects": projects.map { $0.view(language) },
            "map": ProjectMap(map: map, regions: regions, lines: projects).view(language),
            "lateProjects": String(projects.count(where: \.isLate)),
            "lateTag": projects.contains(where: \.isLate) ? "late" : "done",
            "done": PolicyWords.money(doneFen, language), "doneSource": PolicyWords.money(doneFen, .chinese),
            "indicators": indicators.map { line in
                line.view(language).merging(["isOlder": newest.map { line.figure.month < $0 } ?? false]) { $1 }
            },
            "hasCorrected": indicators.contains(where: \.isCorrected),
            "correctedCount": String(indicators.count(where: \.isCorrected)),
            "standings": IndicatorLine.Standing.allCases.map { standing in
                [
                    "word": standing.phrase(language), "tag": standing.tag,
                    "count": String(indicators.count { $0.standing == standing }),
                ]
            },
            "scoreMonth": dual.first?.month.description ?? "–", "hasScores": !dual.isEmpty,
            "chart": DualChart(
                points: dual.filter { $0.kind == .dual }.map { .init(name: name(of: $0), score: $0) },
                good_points: good_points, side: 172, hasTable: false
            ).view(language),
            "investment": PolicyWords.money(policy.investmentFen, language),
            "source": PolicyWords.money(policy.investmentFen, .chinese),
        ]
    }
}
