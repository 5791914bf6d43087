import Facts
import Kernel

/// The city at a glance: each region with its outlets and its open cases, coloured by the loudest of them.
struct DeskMap {
    let map: SchematicMap
    let figures: DeskFigures
    /// The region that the desk is narrowed to.
    let chosen: RegionCode?

    func view(_ language: Language) -> [String: Any] {
        [
            "viewBox": map.viewBox,
            "regions": map.regions.compactMap { shape -> [String: Any]? in
                guard let region = figures.regions[shape.code] else { return nil }
                let isChosen = shape.code == chosen
                return [
                    "code": shape.code.text, "outline": shape.outline, "x": String(shape.x),
                    "nameY": String(shape.y), "countY": String(shape.y + 20), "caseY": String(shape.y + 38),
                    "name": region.name(language), "outlets": region.outletText(language),
                    "cases": region.caseText(language), "level": region.level?.rawValue ?? "none",
                    "levelWord": region.level?.phrase(language) ?? "", "isChosen": isChosen,
                    "href": isChosen ? "/desk" : "/desk?region=\(shape.code.text)",
                ]
            },
        ]
    }
}
