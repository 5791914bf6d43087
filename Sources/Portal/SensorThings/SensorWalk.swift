import Kernel

/// Goes through entities in their own order and keeps what a list's options ask for. It looks at a bounded number; the
/// link to the next part names the last one, so that no city is too large to be read to its end.
struct SensorWalk<Entity: Sendable>: Sendable {
    private let options: SensorOptions
    private var skipsLeft: Int
    private var lookedAt = 0
    private var last: String?
    private var goesOn = false
    /// What passed.
    private(set) var shown: [Entity] = []

    init(_ options: SensorOptions) {
        self.options = options
        // Behind a place nothing is passed over again.
        skipsLeft = options.token == nil ? options.skip : 0
    }

    /// How many more entities may be looked at.
    var lookedAtLeft: Int { SensorOptions.lookedAtMax - lookedAt }

    /// Where the next part begins; nil at the end.
    var next: String? { goesOn ? last : nil }

    /// Looks at an entity; false when enough was looked at.
    mutating func look(at entity: Entity, id: String, value: (Entity, String) -> SensorLiteral?) -> Bool {
        let passes = options.filter?.passes { value(entity, $0) } ?? true
        if passes, skipsLeft == 0, shown.count == options.top {
            goesOn = true
            return false
        }
        if passes {
            if skipsLeft > 0 { skipsLeft -= 1 } else { shown.append(entity) }
        }
        (lookedAt, last) = (lookedAt + 1, id)
        goesOn = lookedAtLeft == 0
        return !goesOn
    }
}
