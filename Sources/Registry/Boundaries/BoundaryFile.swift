import Kernel

/// A file of boundaries as GeoJSON tells it (RFC 7946), nothing checked yet.
struct BoundaryFile: Decodable {
    let type: String
    let crs: Frame?
    let features: [Feature]?

    /// The obsolete member that names a frame.
    struct Frame: Decodable {
        struct Name: Decodable { let name: String? }
        let properties: Name?
    }

    /// One region.
    struct Feature: Decodable {
        let id: Code?
        let properties: Properties?
        let geometry: Geometry?
    }

    /// A code that some write as a number.
    struct Code: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int64.self) {
                text = "\(number)"
            } else {
                text = try value.decode(String.self)
            }
        }
    }

    /// The properties under which offices and map makers write the region's code.
    struct Properties: Decodable {
        let code: String?
        /// Whether it has what the web map's public atlas adds: its degrees are GCJ-02 and do not say so.
        let isOfWebAtlas: Bool

        private static let codeNames = [
            "code", "region", "region_code", "adcode", "XZQDM", "xzqdm", "PAC", "pac", "行政区划代码", "区划代码",
        ]

        private struct Name: CodingKey {
            let stringValue: String
            let intValue: Int? = nil
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { return nil }
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Name.self)
            code =
                Self.codeNames.lazy.compactMap { name in
                    try? values.decodeIfPresent(Code.self, forKey: Name(stringValue: name))?.text
                }.first
            isOfWebAtlas = ["adcode", "childrenNum", "acroutes"].allSatisfy { values.contains(Name(stringValue: $0)) }
        }
    }

    /// Pieces of ground.
    enum Geometry: Decodable {
        case pieces([[[GeoPosition]]])
        case other(String)

        private enum Member: String, CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: Member.self)
            switch try members.decode(String.self, forKey: .type) {
            case "Polygon": self = .pieces([try members.decode([[GeoPosition]].self, forKey: .coordinates)])
            case "MultiPolygon": self = .pieces(try members.decode([[[GeoPosition]]].self, forKey: .coordinates))
            case let type: self = .other(type)
            }
        }
    }
}
