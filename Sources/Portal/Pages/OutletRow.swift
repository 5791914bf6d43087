import Facts
import Kernel

/// An outlet as a line of the desk and of the list of outlets.
struct OutletRow {
    /// Finished strings for the templates.
    let view: [String: Any]

    init(_ tile: OutletTile, _ worst: OpenCase?, now: Instant, _ language: Language) {
        let isReporting = DeskFigures.isReporting(tile, now: now)
        let reading = DeskFigures.Reading(tile, now: now)
        view = [
            "outlet": tile.outlet.text,
            "title": tile.title,
            "enterprise": tile.enterprise.text,
            "enterpriseName": tile.enterpriseName,
            "region": tile.regionName(language),
            "value": reading.value,
            "factor": reading.factor(language),
            "limit": reading.limit,
            "at": reading.at,
            "lineTag": isReporting ? "done" : "neutral",
            "lineWord": (isReporting ? Phrase("在线", "on line") : Phrase("无数据", "silent"))(language),
            "hasCase": worst != nil,
            "case": worst?.id.text ?? "",
            "caseState": worst?.state(language) ?? "",
            "levelTag": worst?.level.rawValue ?? "",
            "level": worst?.level.phrase(language) ?? "",
        ]
    }
}
