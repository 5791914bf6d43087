import Kernel

/// A project of a policy with what was said about it.
struct ProjectLine: Sendable {
    let project: PolicyProject
    let record: ProjectRecord?
    let policy: PolicyCode
    /// The last month that is over.
    let month: CivilMonth

    var doneFen: Int64 { record?.doneFen(by: month.adding(1)) ?? 0 }
    var openObstacles: [ProjectRecord.Obstacle] { (record?.obstacles ?? []).filter { $0.solvedOn == nil } }
    var address: String { "/policy/\(policy)/projects/\(project.number)" }

    /// What part of the planned money was spent, in percent, rounded down; nil where nothing was reported.
    var spent_percent: Int? {
        guard let record, !record.months.isEmpty, project.investmentFen > 0 else { return nil }
        return Int(doneFen * 100 / project.investmentFen)
    }

    /// As templates show it.
    func view(_ language: Language) -> [String: Any] {
        [
            "number": String(project.number), "name": project.name, "address": address,
            "regions": project.regions.joined(separator: "、"), "due": project.writtenDue,
            "unit": record?.unit ?? "–", "planned": TenThousandYuan.text(project.investmentFen),
            "done": record?.months.isEmpty ?? true ? "–" : TenThousandYuan.text(doneFen),
            "spent": spent_percent.map { "\($0)%" } ?? "–", "bar": String(min(spent_percent ?? 0, 100)),
            "progress": record?.progress_percent.map { "\($0)%" } ?? "–", "obstacles": String(openObstacles.count),
            "obstacleTag": openObstacles.isEmpty ? "done" : "orange",
        ]
    }

    /// As programs read it.
    struct Content: Encodable, Sendable {
        let project: Int
        let name: String
        let regions: [String]
        let due: String
        let unit: String?
        let plannedFen: Int64
        let doneFen: Int64?
        let progress_percent: Int?
        let openObstacles: Int
    }

    var content: Content {
        Content(
            project: project.number, name: project.name, regions: project.regions, due: project.writtenDue,
            unit: record?.unit, plannedFen: project.investmentFen,
            doneFen: record?.months.isEmpty ?? true ? nil : doneFen, progress_percent: record?.progress_percent,
            openObstacles: openObstacles.count)
    }
}
