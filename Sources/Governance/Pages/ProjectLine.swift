import Kernel

/// A project of a policy with what was said about it.
struct ProjectLine: Sendable {
    let project: PolicyProject
    let record: ProjectRecord?
    let policy: PolicyCode
    /// The last month that is over.
    let month: CivilMonth
    /// The names of regions, by what the policy writes; others stay as they are written.
    var regionNames: [String: Phrase] = [:]

    var doneFen: Int64 { record?.doneFen(by: month.adding(1)) ?? 0 }
    var openObstacles: [ProjectRecord.Obstacle] { (record?.obstacles ?? []).filter { $0.solvedOn == nil } }
    var openNeeds: [ProjectRecord.Need] { (record?.needs ?? []).filter { $0.grantedOn == nil } }

    var stage: ProjectStage { ProjectStage(progress_percent: record?.progress_percent) }

    /// Whether its deadline is over and it is not built.
    var isLate: Bool { stage.isLate(due: project.due, by: month) }

    /// How it stands, as the map colours it.
    enum Standing: Sendable {
        case built
        case building
        case stuck
        case unknown

        var phrase: Phrase {
            switch self {
            case .built: Phrase("已建成", "built")
            case .building: Phrase("推进中", "under way")
            case .stuck: Phrase("有未解决问题", "something stands in the way")
            case .unknown: Phrase("尚无填报", "nothing reported")
            }
        }

        /// The look of it.
        var look: String {
            switch self {
            case .built: "mark-built"
            case .building: "mark-building"
            case .stuck: "mark-stuck"
            case .unknown: "mark-unknown"
            }
        }
    }

    var standing: Standing {
        if !openObstacles.isEmpty { return .stuck }
        guard let progress = record?.progress_percent else { return .unknown }
        return progress == 100 ? .built : .building
    }

    /// Its place in degrees, as people write it.
    var placeText: String? { record?.place.map { "\($0.longitude), \($0.latitude)" } }

    var address: String { "/policy/\(policy)/projects/\(project.number)" }

    /// What part of the planned money was spent, in percent, rounded down; nil where nothing was reported.
    var spent_percent: Int? {
        guard let record, !record.months.isEmpty, project.investmentFen > 0 else { return nil }
        return Int(doneFen * 100 / project.investmentFen)
    }

    private var isNamed: Bool { project.regions.allSatisfy { regionNames[$0] != nil } }

    /// The regions that it lies in.
    func regions(_ language: Language) -> String {
        project.regions.map { regionNames[$0]?(language) ?? $0 }
            .joined(separator: Phrase("、", ", ")(language))
    }

    /// As templates show it.
    func view(_ language: Language) -> [String: Any] {
        [
            "number": String(project.number), "name": project.name, "address": address,
            "regions": regions(language), "regionsLanguage": isNamed && language == .english ? "en" : "zh",
            "hasPlace": placeText != nil,
            "place": placeText ?? "–", "standing": standing.phrase(language), "due": project.writtenDue,
            "unit": record?.unit ?? "–", "planned": TenThousandYuan.text(project.investmentFen),
            "done": record?.months.isEmpty ?? true ? "–" : TenThousandYuan.text(doneFen),
            "spent": spent_percent.map { "\($0)%" } ?? "–", "bar": String(min(spent_percent ?? 0, 100)),
            "progress": record?.progress_percent.map { "\($0)%" } ?? "–", "obstacles": String(openObstacles.count),
            "stage": stage.phrase(language), "stageTag": stage.tag, "isLate": isLate,
            "obstacleTag": openObstacles.isEmpty ? "done" : "orange",
        ]
    }

    /// As programs read it.
    struct Content: Encodable, Sendable {
        let project: Int
        let name: String
        /// What is built, as the policy says it.
        let content: String
        let regions: [String]
        let due: String
        let unit: String?
        let plannedFen: Int64
        let doneFen: Int64?
        let progress_percent: Int?
        let stage: String
        /// Whether its deadline is over and it is not built.
        let isLate: Bool
        let openObstacles: Int
        let openNeeds: Int
        let longitude: DecimalNumber?
        let latitude: DecimalNumber?
    }

    var content: Content {
        Content(
            project: project.number, name: project.name, content: project.content, regions: project.regions,
            due: project.writtenDue,
            unit: record?.unit, plannedFen: project.investmentFen,
            doneFen: record?.months.isEmpty ?? true ? nil : doneFen, progress_percent: record?.progress_percent,
            stage: stage.rawValue, isLate: isLate, openObstacles: openObstacles.count, openNeeds: openNeeds.count,
            longitude: record?.place?.longitude,
            latitude: record?.place?.latitude)
    }
}
