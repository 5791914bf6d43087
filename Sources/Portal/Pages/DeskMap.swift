import Facts
import Kernel

/// The city at a glance: each region with its outlets and its open cases, coloured by the loudest of them.
struct DeskMap {
    let map: CityMap
    let figures: DeskFigures
    /// The region that the desk is narrowed to.
    let chosen: RegionCode?

    func view(_ language: Language) -> [String: Any] {
        [
            "viewBox": map.viewBox,
            "note": note(language),
            "regions": map.shapes.compactMap { shape -> [String: Any]? in
                guard let region = figures.regions[shape.code] else { return nil }
                let isChosen = shape.code == chosen
                return [
                    "code": shape.code.text, "path": shape.path, "x": String(shape.x),
                    "nameY": String(shape.y), "countY": String(shape.y + 20), "caseY": String(shape.y + 38),
                    "name": region.name(language), "label": label(region, language),
                    "outlets": region.outletText(language), "cases": region.caseText(language),
                    "level": region.level?.rawValue ?? "none",
                    "levelWord": region.level?.phrase(language) ?? "", "isChosen": isChosen,
                    "href": isChosen ? "/desk" : "/desk?region=\(shape.code.text)",
                ]
            },
        ]
    }

    /// English names are longer than their regions are wide: the map leaves "District" away.
    private func label(_ region: DeskFigures.Region, _ language: Language) -> String {
        let name = region.name(language)
        return language == .english ? name.split(separator: " ").first.map(String.init) ?? name : name
    }

    /// What kind of map it is.
    private func note(_ language: Language) -> String {
        switch map.origin {
        case .schematic:
            Phrase("示意图，仅表示相邻关系，不代表行政界线。", "A schematic: it shows neighbours, not borders.")(language)
        case .official(let source, let approval):
            Phrase("行政界线来源：\(source)", "Boundaries: \(source)")(language)
                + (approval.map { Phrase("，审图号 \($0)。", ", map approval \($0).")(language) }
                    ?? Phrase("。", ".")(language))
        }
    }
}
