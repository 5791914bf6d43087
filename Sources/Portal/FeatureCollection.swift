import FoundationEssentials
import Kernel
import Web

/// Things with their place on the ground (RFC 7946). `next` is a foreign member (§6.1): where the collection goes on.
struct FeatureCollection<Properties: Encodable>: Encodable {
    /// One thing.
    struct Feature: Encodable {
        let id: String
        /// Nil for a thing whose place is not known (§3.2).
        let geometry: Geometry?
        let properties: Properties

        private enum Member: String, CodingKey { case type, id, geometry, properties }

        func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: Member.self)
            try members.encode("Feature", forKey: .type)
            try members.encode(id, forKey: .id)
            // The member is never left out.
            if let geometry {
                try members.encode(geometry, forKey: .geometry)
            } else {
                try members.encodeNil(forKey: .geometry)
            }
            try members.encode(properties, forKey: .properties)
        }
    }

    /// Where it is.
    enum Geometry: Encodable {
        case point(MapPosition)
        case pieces([[[MapPosition]]])

        private enum Member: String, CodingKey { case type, coordinates }

        func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: Member.self)
            switch self {
            case .point(let position):
                try members.encode("Point", forKey: .type)
                try members.encode(position, forKey: .coordinates)
            case .pieces(let pieces):
                try members.encode("MultiPolygon", forKey: .type)
                try members.encode(pieces, forKey: .coordinates)
            }
        }
    }

    let type = "FeatureCollection"
    let features: [Feature]
    let next: String?

    /// The collection as text.
    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension FeatureCollection.Feature: DescribedJSON {
    static var jsonForm: JSONForm {
        .object([
            JSONForm.Member("type", .code(["Feature"])), JSONForm.Member("id", .text()),
            JSONForm.Member("geometry", .nullable(place)), JSONForm.Member("properties", JSONForm(of: Properties.self)),
        ])
    }

    /// Coordinates nest as deep as the type of the geometry says.
    private static var place: JSONForm {
        .object([
            JSONForm.Member("type", .code(["Point", "MultiPolygon"])),
            JSONForm.Member("coordinates", .list(.anything)),
        ])
    }
}
