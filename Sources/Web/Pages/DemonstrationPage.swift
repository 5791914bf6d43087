import Access
import Kernel

/// In a demonstration: everybody one can become with one click.
struct DemonstrationPage: Page {
    static let template = "Web/DemonstrationPage"

    /// Somebody to become, and the place they work for.
    struct Seat: Sendable {
        let person: Person
        let place: Phrase?
    }

    /// More people of a role than this are chosen from a list.
    private static let tilesMax = 20

    let seats: [Seat]
    let stops: [Demonstration.Stop]
    let doors: [Demonstration.Door]
    /// The command that makes an exceedance, to be run in a terminal.
    let sendLine: String?

    struct Content: Encodable {
        let people: [Entry]
        let sendLine: String?

        struct Entry: Encodable {
            let id: String
            let name: String
            let role: String
            let region: String?
            let enterprise: String?
        }
    }

    func title(_ language: Language) -> String { Phrase("选择一个身份", "Become somebody")(language) }

    var content: Content {
        Content(
            people: seats.map { seat in
                Content.Entry(
                    id: seat.person.id.text, name: seat.person.name, role: seat.person.role.rawValue,
                    region: seat.person.region?.text, enterprise: seat.person.enterprise?.text)
            }, sendLine: sendLine)
    }

    func view(_ language: Language) -> [String: Any] {
        let groups = Role.allCases.compactMap { role -> [String: Any]? in
            let members = seats.filter { $0.person.role == role }
            guard !members.isEmpty else { return nil }
            return [
                "role": role.phrase(language), "code": role.rawValue, "isLong": members.count > Self.tilesMax,
                "members": members.map { seat in
                    [
                        "id": seat.person.id.text, "name": seat.person.name,
                        "place": (seat.place ?? Phrase("全市", "whole city"))(language),
                    ]
                },
            ]
        }
        let names = Dictionary(seats.map { ($0.person.id, $0.person) }, uniquingKeysWith: { first, _ in first })
        let tour = stops.compactMap { stop -> [String: Any]? in
            guard let person = names[stop.person] else { return nil }
            return [
                "question": stop.question(language), "name": person.name, "role": person.role.phrase(language),
                "isLater": stop.later != nil, "later": stop.later?(language) ?? "",
                "tries": stop.tries.map { door in
                    ["id": person.id.text, "name": person.name, "next": door.path, "what": door.what(language)]
                },
            ]
        }
        return [
            "groups": groups, "isEmpty": groups.isEmpty, "hasTour": !tour.isEmpty, "tour": tour,
            "hasSendLine": sendLine != nil, "sendLine": sendLine ?? "",
            "doors": doors.map { ["path": $0.path, "what": $0.what(language)] },
        ]
    }
}
