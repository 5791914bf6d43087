import Facts
import Kernel
import Web

/// One enterprise, one file (一企一档): who it is, its outlets, its open cases and duties, what happened.
struct EnterprisePage: Page {
    static let template = "Portal/EnterprisePage"

    let enterprise: EnterpriseCard
    let outlets: [OutletTile]
    let cases: [OpenCase]
    let duties: [TodoPage.Line]
    let timeline: [FeedItem]
    let viewer: Role
    let now: Instant

    struct Content: Encodable, Sendable {
        let enterprise: String
        let name: String
        let creditCode: String?
        let outlets: [String]
        let openCases: [String]
    }

    func title(_ language: Language) -> String { enterprise.name }

    var content: Content {
        Content(
            enterprise: enterprise.id.text, name: enterprise.name, creditCode: enterprise.creditCode,
            outlets: outlets.map(\.outlet.text), openCases: cases.map(\.id.text))
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "id": enterprise.id.text,
            "name": enterprise.name,
            "creditCode": enterprise.creditCode ?? "–",
            "region": enterprise.regionName(language),
            "industry": enterprise.industry,
            "address": enterprise.address,
            "isOwn": viewer == .enterpriseManager,
            "hasDuties": !duties.isEmpty,
            "duties": duties.map { duty -> [String: Any] in
                [
                    "what": duty.what(language), "case": duty.matter, "address": duty.address,
                    "due": duty.duty.due.civil.minuteText, "tag": now > duty.duty.due ? "late" : "open",
                    "left": RemainingTime.text(until: duty.duty.due, now: now)(language),
                ]
            },
            "outlets": outlets.map { tile -> [String: Any] in
                [
                    "outlet": tile.outlet.text, "title": tile.title, "factor": tile.factor ?? "–",
                    "value": tile.newestValue?.description ?? "–", "limit": tile.limit?.description ?? "–",
                    "at": tile.newestAt?.civil.secondText ?? "–",
                ]
            },
            "hasCases": !cases.isEmpty,
            "cases": cases.map { open -> [String: Any] in
                [
                    "id": open.id.text, "levelTag": open.level.rawValue, "level": open.level.phrase(language),
                    "state": open.state(language), "due": open.due?.civil.minuteText ?? "–",
                ]
            },
            "hasTimeline": !timeline.isEmpty,
            "timeline": timeline.map { $0.view(language) },
        ]
    }
}
