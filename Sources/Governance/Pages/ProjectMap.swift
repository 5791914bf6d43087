import Kernel

/// The key projects on a schematic of the districts: a mark with its number in each district that it lies in. The map
/// has no scale, so that a place in degrees stands in the table alone.
struct ProjectMap: Sendable {
    let map: DistrictMap
    let regions: [(code: RegionCode, name: Phrase)]
    let lines: [ProjectLine]

    /// How far marks of one district stand apart, and how far below its name, in the drawing's units.
    private static let (distance, below, radius) = (26, 22, 11)

    private func name(_ code: RegionCode) -> Phrase? { regions.first { $0.code == code }?.name }

    /// The projects that lie in no district of the map.
    private var elsewhere: [ProjectLine] {
        let known = Set(map.regions.compactMap { name($0.code)?.zh })
        return lines.filter { known.isDisjoint(with: $0.project.regions) }
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "viewBox": map.viewBox, "radius": String(Self.radius),
            "shapes": map.regions.compactMap { shape -> [String: Any]? in
                guard let name = name(shape.code) else { return nil }
                let own = lines.filter { $0.project.regions.contains(name.zh) }
                return [
                    "outline": shape.outline, "x": String(shape.x), "y": String(shape.y),
                    "label": label(name, language), "marks": marks(own, of: shape, language),
                ]
            },
            "hasElsewhere": !elsewhere.isEmpty,
            "elsewhere": elsewhere.map { line in
                ["number": String(line.project.number), "name": line.project.name, "address": line.address]
            },
        ]
    }

    /// English names are longer than their districts are wide: the map leaves "District" away.
    private func label(_ name: Phrase, _ language: Language) -> String {
        language == .english ? name.en.split(separator: " ").first.map(String.init) ?? name.en : name.zh
    }

    private func marks(
        _ own: [ProjectLine], of shape: DistrictMap.Shape, _ language: Language
    ) -> [[String: Any]] {
        own.enumerated().map { place, line in
            let x = shape.x + (2 * place - own.count + 1) * Self.distance / 2
            return [
                "number": String(line.project.number), "address": line.address, "look": line.standing.look,
                "title": "\(line.project.number) \(line.project.name) · \(line.standing.phrase(language))",
                "x": String(x), "y": String(shape.y + Self.below), "textY": String(shape.y + Self.below + 4),
            ]
        }
    }
}
