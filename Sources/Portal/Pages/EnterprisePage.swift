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
            "industry": enterprise.industry(language),
            "address": enterprise.address,
            "isOwn": viewer == .enterpriseManager,
            "standingTag": standing.tag,
            "standing": standing.words(language),
            "hasDuties": !duties.isEmpty,
            "duties": duties.sorted { $0.duty.due < $1.duty.due }.map { duty -> [String: Any] in
                [
                    "what": duty.what(language), "case": duty.matter(language), "address": duty.address,
                    "due": duty.duty.due.termText, "tag": now > duty.duty.due ? "late" : "open",
                    "left": RemainingTime.text(until: duty.duty.due, now: now)(language),
                ]
            },
            "hasOutlets": !outlets.isEmpty,
            "outlets": outlets.map { outletRow($0, language) },
            "hasCases": !cases.isEmpty,
            "cases": cases.map { open -> [String: Any] in
                [
                    "id": open.id.text, "number": open.id.documentNumber, "levelTag": open.level.rawValue,
                    "level": open.level.phrase(language),
                    "state": open.state(language), "due": open.due?.termText ?? "–",
                    "place": outlets.first { $0.outlet == open.outlet }?.title ?? open.outlet.text,
                    "factor": open.factor(language),
                ]
            },
            "hasTimeline": !timeline.isEmpty,
            "timeline": timeline.map { $0.view(language) },
        ]
    }

    /// The whole in one line, the worst first: what is late, what is to do, what others do, or that all is in order.
    var standing: (tag: String, words: Phrase) {
        let late = duties.filter { now > $0.duty.due }.count
        if late > 0 {
            let rest = duties.count - late
            return (
                "late",
                rest == 0
                    ? Phrase("\(late) 件事已超时，请立即办理", "\(late) overdue, to be done at once")
                    : Phrase("\(late) 件事已超时，另有 \(rest) 件待办", "\(late) overdue, and \(rest) more to do")
            )
        }
        if let next = duties.map(\.duty.due).min() {
            return (
                "open",
                Phrase(
                    "\(duties.count) 件事待办，最近一件须在 \(next.termText) 前完成",
                    "\(duties.count) to do, the next by \(next.termText)")
            )
        }
        if !cases.isEmpty {
            return (
                "open",
                Phrase(
                    "\(cases.count) 个案件办理中，目前轮到管理部门，您无须操作",
                    "open cases with the authority: \(cases.count); nothing for you to do now")
            )
        }
        return ("done", Phrase("一切正常，没有待办", "All in order, nothing to do"))
    }

    private func outletRow(_ tile: OutletTile, _ language: Language) -> [String: Any] {
        let worst = cases.filter { $0.outlet == tile.outlet }.max { $0.level < $1.level }
        return [
            "outlet": tile.outlet.text, "title": tile.title, "factor": tile.factor?(language) ?? "–",
            "value": tile.newestValue?.description ?? "–", "limit": tile.limit?.description ?? "–",
            "at": tile.newestAt?.civil.secondText ?? "–",
            "hasCase": worst != nil, "case": worst?.id.text ?? "", "caseFactor": worst?.factor(language) ?? "",
            "levelTag": worst?.level.rawValue ?? "", "level": worst?.level.phrase(language) ?? "",
        ]
    }
}
