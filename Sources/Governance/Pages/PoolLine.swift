import Kernel

/// A project of the reserve pool as lists show it.
struct PoolLine: Sendable {
    let project: PoolProject
    /// What its district is called.
    let region: Phrase
    /// Nil before it was scored.
    let score: PoolScore?

    var address: String { "/governance/pool/\(project.number)" }

    /// As templates show it.
    func view(_ language: Language) -> [String: Any] {
        [
            "number": String(project.number), "name": project.name, "address": address, "region": region(language),
            "sort": project.sort.phrase(language), "unit": project.unit, "stage": project.stage.phrase(language),
            "tag": project.stage.tag, "total": TenThousandYuan.text(project.totalFen),
            "secured": TenThousandYuan.text(project.allSecuredFen), "gap": TenThousandYuan.text(project.gapFen),
            "score": score.map { WeightedPoints.text($0.score_hundredths) } ?? "–",
        ]
    }

    /// As programs read it.
    struct Content: Encodable, Sendable {
        let number: Int
        let name: String
        let region: String?
        let sort: String
        let unit: String
        let stage: String
        let totalFen: Int64
        let planFen: [String: Int64]
        let securedFen: Int64
        let gapFen: Int64
        let score_hundredths: Int?
        let decision: String?
        let enteredOn: String
        let note: String
    }

    var content: Content {
        Content(
            number: project.number, name: project.name, region: project.region?.text, sort: project.sort.rawValue,
            unit: project.unit, stage: project.stage.rawValue, totalFen: project.totalFen,
            planFen: Dictionary(
                uniqueKeysWithValues: zip(ProjectRecord.Source.allCases.map(\.rawValue), project.planFen)),
            securedFen: project.allSecuredFen, gapFen: project.gapFen,
            score_hundredths: score?.score_hundredths, decision: score?.decision.text,
            enteredOn: project.enteredOn.description,
            note: project.note)
    }
}
