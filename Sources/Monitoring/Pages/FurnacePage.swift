import Facts
import Kernel
import Standards
import Web

/// One natural day of a furnace: every low five-minute mean, and how many are missing or taken out.
struct FurnacePage: Page {
    static let template = "Monitoring/FurnacePage"

    let outlet: OutletSummary
    let day: FurnaceDay
    /// In force on the day.
    let limit: DatedLimit?
    /// Nil without a limit.
    let counted: Ruling<LowTemperatureDay.Outcome>?

    struct Content: Encodable, Sendable {
        let outlet: String
        let day: String
        let limit: String?
        let low: Int?
        let missing: Int?
        let exempt: Int?
        let isViolation: Bool?
        /// 288 means in ℃.
        let means: [String?]
    }

    func title(_ language: Language) -> String {
        Phrase("炉膛温度 \(day.day)", "Furnace temperature on \(day.day)")(language)
    }

    var content: Content {
        Content(
            outlet: outlet.outlet.text, day: day.day.description, limit: limit?.limit.description,
            low: counted?.outcome.low, missing: counted?.outcome.missing, exempt: counted?.outcome.exempt,
            isViolation: counted?.outcome.isViolation, means: day.means.map { $0?.description })
    }

    func view(_ language: Language) -> [String: Any] {
        let state = FurnaceText.state(counted?.outcome)
        let low = lowWindows
        return [
            "outlet": outlet.outlet.text, "outletTitle": outlet.title, "enterprise": outlet.enterprise.text,
            "enterpriseName": outlet.enterpriseName,
            "limit": limit.map { "≥ \($0.limit) ℃" } ?? "–",
            "source": limit.map { SourceText.words($0.source)(language) } ?? "–",
            "tag": state.tag, "state": state.word(language),
            "lowest": day.lowest.map { "\($0) ℃" } ?? "–",
            "highest": day.means.compactMap(\.self).max().map { "\($0) ℃" } ?? "–",
            "steps": (counted?.steps ?? []).map { $0(language) },
            "hasLow": !low.isEmpty,
            "low": low.map { ["from": $0.start.civil.minuteText, "mean": $0.mean.description] },
        ]
    }

    private var lowWindows: [(start: Instant, mean: DecimalNumber)] {
        limit.map { day.lowWindows(below: $0.limit) } ?? []
    }
}
