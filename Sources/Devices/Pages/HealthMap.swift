import Kernel

/// The schematic map: a tile for each region, a mark for each device, its form and colour by state. Drawn by us and no
/// official boundary.
struct HealthMap: Sendable {
    let tiles: [Tile]

    /// A region.
    struct Tile: Sendable {
        let region: HealthRegion
        /// The worst first, at most `marksMax`.
        let devices: [DeviceStanding]
        /// How many devices stand how, by severity.
        let counts: [Int: Int]

        var total: Int { counts.values.reduce(0, +) }
    }

    /// Marks drawn of one region; the rest is a number. Design value.
    static let marksMax = 60
    /// Marks in a row, and their distance in the drawing's units.
    static let columns = 12
    static let distance = 20

    func view(_ language: Language) -> [[String: Any]] {
        tiles.map { tile in
            let rows = max(1, (tile.devices.count + Self.columns - 1) / Self.columns)
            let unseen = tile.total - tile.devices.count
            return [
                "code": tile.region.code.text,
                "name": tile.region.name(language),
                "viewBox": "0 0 \(Self.columns * Self.distance) \(rows * Self.distance)",
                "label": Self.label(tile)(language),
                "counts": Self.label(tile)(language),
                "marks": tile.devices.enumerated().map { mark($1, place: $0, language) },
                "hasMore": unseen > 0,
                "more": String(unseen),
            ]
        }
    }

    private static func label(_ tile: Tile) -> Phrase {
        let (sound, finding, offline) = (tile.counts[0] ?? 0, tile.counts[1] ?? 0, tile.counts[2] ?? 0)
        return Phrase(
            "共 \(tile.total) 台：离线 \(offline)，有问题 \(finding)，正常 \(sound)",
            "\(tile.total) devices: \(offline) offline, \(finding) with findings, \(sound) in order")
    }

    private func mark(_ standing: DeviceStanding, place: Int, _ language: Language) -> [String: Any] {
        let x = place % Self.columns * Self.distance + Self.distance / 2
        let y = place / Self.columns * Self.distance + Self.distance / 2
        return [
            "outlet": standing.outlet.text,
            "title": """
            \(standing.enterpriseName) \(standing.outletTitle): \(HealthWords.name(of: standing.state)(language))
            """,
            "x": String(x),
            "y": String(y),
            "isSound": standing.state == .sound,
            "isFinding": standing.state == .finding,
            "isOffline": standing.state == .offline,
            "diamond": "M\(x) \(y - 8)l8 8l-8 8l-8 -8z",
            "triangle": "M\(x) \(y - 8)l8 15h-16z",
        ]
    }
}
