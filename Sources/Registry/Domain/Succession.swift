/// The values of one kind that a device goes by one after another (passwords, SM4 keys, numbers), and which of them
/// are believed: a pure state machine. A change of value never cuts a device off, because a value goes only when the
/// device has shown that it has a later one.
///
/// `told` is the device's word (9012), `used` a frame that rests on the value.
///
/// | value | told: a waiting value | used: a waiting value | used: the present value |
/// |---|---|---|---|
/// | password | present; the old one former | present; what was in force before it came up goes | the same |
/// | key, number | present; the old one former, others before it go | the same | nothing |
///
/// What is told or used of any other value changes nothing, so that late and repeated news do no harm. A value that
/// came into force after another had come up is not taken for older than that: of two changes under way, a late frame
/// of the one says nothing about the other. What the platform ordered waits until it is used, because the order may
/// still be heard; what a person entered goes with the first use of a later value.
struct Succession: Sendable, Equatable {
    /// Where a value stands.
    enum Standing: String, Sendable, CaseIterable {
        /// Ordered or entered; not confirmed. Believed.
        case next
        /// In force. Believed.
        case present
        /// Was in force, and is still believed.
        case former
    }

    /// How a value came up.
    enum Origin: String, Sendable, CaseIterable {
        /// Registered with the outlet.
        case registered
        /// The platform ordered the device to take it.
        case ordered
        /// A person entered it by hand.
        case entered
    }

    /// How the device confirmed a value.
    enum Proof: String, Sendable, CaseIterable {
        /// 9012 with success.
        case told
        /// A frame that rests on it was stored.
        case used
    }

    /// How long a value is believed after a later one came into force.
    enum Keeping: Sendable, CaseIterable {
        /// Until the later one is used: passwords.
        case untilUse
        /// The last one always: keys and numbers.
        case oneFormer
    }

    /// One value, known by its place in the order of coming up.
    struct Member: Sendable, Equatable {
        let generation: Int
        var standing: Standing
        let origin: Origin
        /// The newest generation there was when it came into force; nil before.
        var inForceAfter: Int?

        /// The first value, in force with the registration.
        static let registered = Member(generation: 1, standing: .present, origin: .registered, inForceAfter: 1)
    }

    /// Values believed at once. Design value.
    static let membersMax = 6

    let keeping: Keeping
    /// By generation.
    private(set) var members: [Member]

    /// The values as they stand.
    init(_ keeping: Keeping, members: [Member]) {
        self.keeping = keeping
        self.members = members.sorted { $0.generation < $1.generation }
    }

    /// The generation in force; nil before any is.
    var present: Int? { members.first { $0.standing == .present }?.generation }

    /// All that are believed, in an order that later values only lengthen: present, former, waiting.
    var believed: [Int] {
        [Standing.present, .former, .next].flatMap { standing in
            members.filter { $0.standing == standing }.map(\.generation)
        }
    }

    /// The newest value that the platform ordered and the device has not confirmed.
    var ordered: Int? { members.last { $0.standing == .next && $0.origin == .ordered }?.generation }

    /// Takes up a value that waits; nil when as many wait as may. A value entered by hand makes room for a later one,
    /// because no device was ever told to take it.
    mutating func add(_ origin: Origin) -> Int? {
        let generation = (members.last?.generation ?? 0) + 1
        if members.count >= Self.membersMax {
            guard let oldest = members.firstIndex(where: { $0.standing == .next && $0.origin == .entered }) else {
                return nil
            }
            members.remove(at: oldest)
        }
        members.append(Member(generation: generation, standing: .next, origin: origin))
        return generation
    }

    /// Takes what the device said or did; tells whether that changed anything.
    @discardableResult
    mutating func confirm(_ generation: Int, _ proof: Proof) -> Bool {
        guard let member = members.first(where: { $0.generation == generation }) else { return false }
        let before = members
        switch (member.standing, proof) {
        case (.next, _):
            let old = bringIntoForce(generation)
            switch (keeping, proof) {
            case (.oneFormer, _): dropOlder(than: generation, sparing: old)
            case (.untilUse, .used): dropOlder(than: generation, sparing: nil)
            case (.untilUse, .told): break
            }
        case (.present, .used): if keeping == .untilUse { dropOlder(than: generation, sparing: nil) }
        case (.present, .told), (.former, _): break
        }
        return members != before
    }

    /// Tells what was in force before.
    private mutating func bringIntoForce(_ generation: Int) -> Int? {
        let (old, newest) = (present, members.last?.generation)
        for index in members.indices {
            switch members[index].generation {
            case generation:
                members[index].standing = .present
                members[index].inForceAfter = newest
            case old: members[index].standing = .former
            default: continue  // Others stay where they are.
            }
        }
        return old
    }

    private mutating func dropOlder(than generation: Int, sparing spared: Int?) {
        members.removeAll { member in
            guard member.generation != generation, member.generation != spared else { return false }
            if let after = member.inForceAfter { return after < generation }
            return member.origin == .entered && member.generation < generation
        }
    }
}
