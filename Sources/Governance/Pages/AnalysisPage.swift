import Kernel
import Web

/// A report on environment and economy on sheets of A4: as it was issued, or a draft with the forms of the office.
struct AnalysisPage: Page {
    static let template = "Governance/AnalysisPage"

    /// Something that came after its month was closed.
    struct Late: Sendable {
        let value: IndicatorValue
        let name: Phrase
        let place: Phrase
    }

    /// A month of a project that was reported after the report was issued.
    struct LateProject: Sendable {
        let project: PolicyProject
        let month: ProjectRecord.Month
    }

    let analysis: Analysis
    let said: AnalysisContent
    /// The months of the period that are not closed.
    let openMonths: [CivilMonth]
    let late: [Late]
    let lateProjects: [LateProject]
    let mayWrite: Bool
    /// Whether this is the page for anybody.
    var isPublic = false
    let refused: (isIssue: Bool, what: RefusedForm)?

    static let fields = AnalysisPart.allCases.map { part in
        FormField(
            name: part.rawValue, label: part.phrase, kind: .longText(max: AnalysisPart.textMax), required: false)
    }

    struct Content: Encodable, Sendable {
        let report: AnalysisContent
        /// Its number as documents write it.
        let documentNumber: String
        let isIssued: Bool
        let sha256: String?
        let openMonths: [String]
        let corrections: [Correction]
        let projectCorrections: [ProjectCorrection]

        struct ProjectCorrection: Encodable, Sendable {
            let project: Int
            let month: String
            let doneFen: Int64
            let progress_percent: Int
            let reason: String?
            let filedAt: String
        }

        struct Correction: Encodable, Sendable {
            let indicator: String
            let region: String?
            let month: String
            let value: String
            let reason: String?
            let filedAt: String
            let fact: Int64
        }
    }

    func title(_ language: Language) -> String { analysis.period.title(of: said.region)(language) }

    var content: Content {
        Content(
            report: said, documentNumber: analysis.period.documentNumber.zh, isIssued: analysis.issue != nil,
            sha256: analysis.issue?.sha256.hex,
            openMonths: openMonths.map(\.description),
            corrections: late.map(\.value).map { value in
                .init(
                    indicator: value.place.indicator.text, region: value.place.region?.text,
                    month: value.place.month.description, value: value.value.description, reason: value.reason,
                    filedAt: value.filedAt.civil.isoText, fact: value.fact)
            },
            projectCorrections: lateProjects.map {
                .init(
                    project: $0.project.number, month: $0.month.month.description, doneFen: $0.month.allDoneFen,
                    progress_percent: $0.month.progress_percent, reason: $0.month.reason,
                    filedAt: $0.month.filedAt.civil.isoText)
            })
    }

    private static func points(_ hundredths: Int?) -> String { ScoresPage.points(hundredths) }

    func view(_ language: Language) -> [String: Any] {
        let reached = said.figures.count { $0.isReached == true }
        return [
            "period": said.period, "isIssued": analysis.issue != nil, "sha256": analysis.issue?.sha256.hex ?? "",
            "day": (analysis.issue?.at ?? analysis.writtenAt).civil.date.description,
            "hasOpen": !openMonths.isEmpty,
            "openMonths": openMonths.map(\.description).joined(separator: language == .chinese ? "、" : ", "),
            "parts": AnalysisPart.allCases.map { part -> [String: Any] in
                let text = said.texts[part.rawValue]
                return ["heading": part.phrase(language), "hasText": text != nil, "text": text ?? ""]
            },
            "figureCount": String(said.figures.count { $0.goal != nil }), "reachedCount": String(reached),
            "figures": said.figures.map { view($0, language) },
            "months": said.months.map { month -> [String: String] in
                [
                    "month": month.month, "environment": Self.points(month.environment_hundredths),
                    "economy": Self.points(month.economy_hundredths), "dual": Self.points(month.dual_hundredths),
                ]
            },
            "doubts": said.months.compactMap { month in month.despite.map { ["month": month.month, "despite": $0] } },
            "districts": said.districts.map { place -> [String: String] in
                [
                    "place": place.name(language), "environment": Self.points(place.environment_hundredths),
                    "economy": Self.points(place.economy_hundredths), "dual": Self.points(place.dual_hundredths),
                    "tag": place.quadrant?.tag ?? "neutral",
                    "word": (place.quadrant?.phrase ?? Phrase("数据不足", "too little is known"))(language),
                ]
            },
            "lights": TaskLight.allCases.map { light -> [String: String] in
                ["tag": light.tag, "word": light.phrase(language), "count": String(said.lights[light.rawValue] ?? 0)]
            },
            "itemsIssued": String(said.itemsIssued), "itemsAccepted": String(said.itemsAccepted),
            "backAddress": isPublic ? "/policy/reports" : "/governance/analyses",
            "signer": analysis.period.signer(of: said.region)(language),
            "lateCount": String(said.projects.count { $0.isLate == true }),
            "projects": said.projects.map { project -> [String: Any] in
                [
                    "number": String(project.number), "name": project.name,
                    "planned": TenThousandYuan.text(project.plannedFen),
                    "inPeriod": TenThousandYuan.text(project.periodFen), "done": TenThousandYuan.text(project.doneFen),
                    "progress": project.progress_percent.map { "\($0)%" } ?? "–",
                    "stage": project.stage?.phrase(language) ?? "–", "isLate": project.isLate == true,
                ]
            },
            "hasLate": !late.isEmpty, "late": late.map { view($0, language) },
            "hasLateProjects": !lateProjects.isEmpty,
            "lateProjects": lateProjects.map { late in
                [
                    "name": late.project.name, "month": late.month.month.description,
                    "done": TenThousandYuan.text(late.month.allDoneFen), "progress": "\(late.month.progress_percent)%",
                    "reason": late.month.reason ?? "–", "filed": late.month.filedAt.civil.minuteText,
                ]
            },
        ].merging(forms(language)) { $1 }.merging(headings(language)) { $1 }
    }

    /// What the columns of values are of: the month before the period or the first that was closed, and the last.
    private func headings(_ language: Language) -> [String: Any] {
        let opening = said.opening ?? said.months.first?.month
        let first = analysis.period.months.first?.description ?? ""
        let lights = said.lights.values.reduce(0, +)
        return [
            "documentNumber": analysis.period.documentNumber(language), "openingMonth": opening ?? "–",
            "closingMonth": said.months.last?.month ?? "–", "isBefore": opening.map { $0 < first } ?? false,
            "hasLights": lights > 0, "hasProjects": !said.projects.isEmpty,
        ]
    }

    private func forms(_ language: Language) -> [String: Any] {
        [
            "mayWrite": mayWrite && analysis.issue == nil,
            "form": FormView.view(
                language, action: "\(analysis.period.address)/text", fields: Self.fields,
                submit: Phrase("保存文字", "Keep the texts"), values: said.texts,
                refused: refused?.isIssue == false ? refused?.what : nil),
            "issueForm": FormView.view(
                language, action: "\(analysis.period.address)/issue", fields: [], submit: Phrase("印发", "Issue it"),
                refused: refused?.isIssue == true ? refused?.what : nil),
        ]
    }

    private func view(_ figure: AnalysisContent.Figure, _ language: Language) -> [String: Any] {
        let standing: IndicatorLine.Standing =
            switch figure.isReached {
            case true?: .reached
            case false?: .short
            // A value that nobody set a goal for misses nothing.
            case nil: figure.value == nil ? .missing : .noGoal
            }
        return [
            "name": figure.name(language), "unit": figure.unit(language),
            "first": figure.first?.description ?? "–", "value": figure.value?.description ?? "–",
            "firstMonth": figure.firstMonth ?? false as Any, "valueMonth": figure.month ?? false as Any,
            "goal": figure.goal.map { "\(figure.isHigherBetter ? "≥" : "≤") \($0)" } ?? "–", "tag": standing.tag,
            "word": standing.phrase(language),
        ]
    }

    private func view(_ late: Late, _ language: Language) -> [String: Any] {
        [
            "name": late.name(language), "place": late.place(language), "month": late.value.place.month.description,
            "value": late.value.value.description, "reason": late.value.reason ?? "–",
            "filed": late.value.filedAt.civil.minuteText, "fact": "\(late.value.fact)",
        ]
    }
}
