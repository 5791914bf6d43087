import Kernel
import Web

/// The query options of a list, bounded.
struct SensorOptions: Sendable {
    /// How many entities one answer holds.
    static let topMax = 1_000
    static let topUsual = 100
    /// How many entities one answer looks at: a filter that passes few of many must be narrowed by time.
    static let lookedAtMax = 10_000

    let top: Int
    let skip: Int
    let filter: SensorFilter?
    /// The first counts before the second; never empty.
    let order: [Order]
    let counts: Bool
    /// Whether nobody asked for an order.
    let isUnordered: Bool
    /// The entity behind which the part begins, as the link to it said; nil at the beginning.
    let token: String?

    /// One field of an order.
    struct Order: Sendable, Equatable {
        let field: String
        let isDescending: Bool
    }

    /// How many fields an order may have.
    static let orderMax = 5

    private static let offered: Set<String> = ["$top", "$skip", "$filter", "$orderby", "$count", "$skiptoken"]

    /// Reads the options of an address whose entities have these fields, the first of which orders them unless told
    /// otherwise.
    init(_ visit: Visit, fields: [String]) throws {
        if let stranger = visit.queryNames.first(where: { $0.hasPrefix("$") && !Self.offered.contains($0) }) {
            throw SensorRefusal.notOffered(option: stranger)
        }
        top = try Self.number(visit, "$top", 0...Self.topMax) ?? Self.topUsual
        skip = try Self.number(visit, "$skip", 0...Self.lookedAtMax) ?? 0
        switch visit.query("$count") {
        case nil, "false": counts = false
        case "true": counts = true
        case .some: throw SensorRefusal.wrongValue(option: "$count")
        }
        filter = try visit.query("$filter").map(Self.filter)
        if let stranger = filter?.fields.subtracting(fields).sorted().first {
            throw SensorRefusal.unknownField(stranger, known: fields)
        }
        isUnordered = visit.query("$orderby") == nil
        token = visit.query("$skiptoken")
        order = try Self.order(visit.query("$orderby"), fields: fields)
    }

    /// The options of a list in its own order.
    init(top: Int, skip: Int, filter: SensorFilter?, isUnordered: Bool, counts: Bool, token: String?) {
        (self.top, self.skip, self.filter, self.counts) = (top, skip, filter, counts)
        (self.isUnordered, self.token, order) = (isUnordered, token, [Order(field: "", isDescending: false)])
    }

    /// The options of a list in an order that was asked for.
    init(top: Int, skip: Int, filter: SensorFilter?, order: [Order]) {
        (self.top, self.skip, self.filter, self.order) = (top, skip, filter, order)
        (counts, isUnordered, token) = (false, false, nil)
    }

    private static func filter(_ text: String) throws(SensorRefusal) -> SensorFilter {
        do { return try SensorFilterReader.read(text) } catch { throw .unreadableFilter(at: error.at) }
    }

    private static func number(_ visit: Visit, _ name: String, _ range: ClosedRange<Int>) throws -> Int? {
        guard let text = visit.query(name) else { return nil }
        guard let number = Int(text), range.contains(number) else { throw SensorRefusal.wrongNumber(name, range) }
        return number
    }

    /// `result desc, phenomenonTime`: fields with commas between them; nil is the first of what there is.
    static func order(_ text: String?, fields: [String]) throws(SensorRefusal) -> [Order] {
        guard let text else { return [Order(field: fields[0], isDescending: false)] }
        var order: [Order] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let words = part.split(separator: " ").map(String.init)
            guard let field = words.first, words.count <= 2, words.count == 1 || ["asc", "desc"].contains(words[1]),
                order.count < orderMax
            else { throw SensorRefusal.wrongValue(option: "$orderby") }
            guard fields.contains(field) else { throw SensorRefusal.unknownField(field, known: fields) }
            order.append(Order(field: field, isDescending: words.count == 2 && words[1] == "desc"))
        }
        return order
    }

    /// The part of these entities that was asked for, how many pass, and whether there are more behind.
    func chosen<Entity>(
        of entities: [Entity], value: (Entity, String) -> SensorLiteral?
    ) -> (shown: [Entity], count: Int, hasMore: Bool) {
        var passing = entities
        if let filter { passing = passing.filter { entity in filter.passes { value(entity, $0) } } }
        // Swift's sort keeps no order among equals, so the place in the list decides between them.
        let sorted = passing.enumerated().sorted { left, right in
            for order in order {
                let compared = Self.compare(value(left.element, order.field), value(right.element, order.field))
                if compared != 0 { return (compared < 0) != order.isDescending }
            }
            return left.offset < right.offset
        }
        let shown = sorted.dropFirst(skip).prefix(top).map(\.element)
        return (Array(shown), passing.count, passing.count > skip + shown.count)
    }

    /// Nothing comes before something.
    private static func compare(_ one: SensorLiteral?, _ other: SensorLiteral?) -> Int {
        switch (one, other) {
        case (nil, nil): 0
        case (nil, .some): -1
        case (.some, nil): 1
        case (let one?, let other?): one.order(against: other) ?? 0
        }
    }
}
