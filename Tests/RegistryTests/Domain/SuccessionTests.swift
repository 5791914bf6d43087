import TestMaterial
import Testing

@testable import Registry

struct SuccessionTests {
    /// A succession in letters: `P` present, `F` former, `N` waiting, by generation; `–` for one that went.
    private static func word(_ succession: Succession) -> String {
        let last = succession.members.last?.generation ?? 0
        return (1...max(1, last)).map { generation in
            switch succession.members.first(where: { $0.generation == generation })?.standing {
            case .present: "P"
            case .former: "F"
            case .next: "N"
            case nil: "–"
            }
        }.joined()
    }

    private static func succession(_ keeping: Succession.Keeping, _ word: String) -> Succession {
        let standings: [Character: Succession.Standing] = ["P": .present, "F": .former, "N": .next]
        let members = word.enumerated().compactMap { index, letter in
            standings[letter].map {
                Succession.Member(
                    generation: index + 1, standing: $0, origin: .ordered,
                    inForceAfter: $0 == .next ? nil : index + 1)
            }
        }
        return Succession(keeping, members: members)
    }

    @Test(arguments: [
        (Succession.Keeping.untilUse, "PN", 2, Succession.Proof.told, "FP"), (.untilUse, "PN", 2, .used, "–P"),
        (.untilUse, "FP", 2, .used, "–P"), (.untilUse, "FP", 2, .told, "FP"), (.untilUse, "FP", 1, .used, "FP"),
        (.untilUse, "PN", 1, .used, "PN"), (.untilUse, "PNN", 3, .told, "FNP"), (.untilUse, "PNN", 2, .used, "–PN"),
        (.untilUse, "FNP", 2, .used, "–PF"), (.untilUse, "FPN", 3, .told, "FFP"), (.untilUse, "FFP", 3, .used, "––P"),
        (.untilUse, "PN", 7, .used, "PN"), (.oneFormer, "N", 1, .used, "P"), (.oneFormer, "PN", 2, .told, "FP"),
        (.oneFormer, "PN", 2, .used, "FP"), (.oneFormer, "FPN", 3, .used, "–FP"), (.oneFormer, "FP", 1, .used, "FP"),
        (.oneFormer, "PNN", 3, .used, "FNP"), (.oneFormer, "PNN", 2, .told, "FPN"),
        (.oneFormer, "–FP", 3, .told, "–FP"),
    ])
    func `what is confirmed comes into force, and nothing else moves`(
        keeping: Succession.Keeping, before: String, generation: Int, proof: Succession.Proof, after: String
    ) {
        var succession = Self.succession(keeping, before)
        let isNews = succession.confirm(generation, proof)
        #expect(Self.word(succession) == after)
        #expect(isNews == (before != after))
    }

    @Test(
        arguments: try RepositoryFile.table(
            "| value | before | generation | proof | after |", in: "docs/method/device-succession.md"))
    func `the method's lines come out`(row: [String]) throws {
        var succession = Self.succession(row[0] == "password" ? .untilUse : .oneFormer, row[1])
        succession.confirm(try #require(Int(row[2])), try #require(Succession.Proof(rawValue: row[3])))
        #expect(Self.word(succession) == row[4])
    }

    @Test func `a value entered by hand makes room for a later one, an ordered one does not`() {
        var entered = Self.succession(.oneFormer, "P")
        for _ in 0..<10 { #expect(entered.add(.entered) != nil) }
        #expect(entered.members.count == Succession.membersMax && entered.present == 1)
        var ordered = Self.succession(.untilUse, "P")
        #expect((0..<10).map { _ in ordered.add(.ordered) != nil }.count { $0 } == Succession.membersMax - 1)
        #expect(ordered.believed.first == 1)
    }

    /// A device that takes values as it hears of them, in every order of what can happen in seven steps: an order is
    /// heard or lost, its 9012 comes, comes late, comes twice or never, a frame comes or not, a person enters what the
    /// device has, the program starts anew from its rows. Whatever happens, the next frame of the device is believed.
    @Test(arguments: Succession.Keeping.allCases)
    func `the device is never cut off`(keeping: Succession.Keeping) {
        var examined = 0
        func walk(_ world: World, _ depth: Int) {
            examined += 1
            #expect(world.platform.believed.contains(world.device), "\(world.story.map { "\($0)" })")
            guard depth > 0 else { return }
            for step in World.Step.allCases {
                if let next = world.after(step) { walk(next, depth - 1) }
            }
        }
        walk(World(platform: Self.succession(keeping, "P")), 7)
        #expect(examined > 10_000)
    }

    /// The platform's rows, and the device with what is on the way between them.
    private struct World {
        enum Step: CaseIterable {
            /// The platform orders a new value, or the waiting one again.
            case order
            /// The newest order reaches the device, which takes it.
            case heard
            /// The device changed nothing, or died before it did, and says success all the same.
            case lied
            /// A 9012 of the newest order the device heard comes, perhaps again.
            case told
            /// The device sends a frame.
            case used
            /// A frame sent before the last change comes late.
            case usedLate
            /// A person changes the value in the device and enters it.
            case entered
            /// The program starts anew from what it wrote down.
            case restarted
        }

        var platform: Succession
        /// What the device goes by.
        var device = 1
        var before: Int?
        var heard: Int?
        var story: [Step] = []

        func after(_ step: Step) -> World? {
            var next = self
            next.story.append(step)
            switch step {
            case .order: if platform.ordered == nil { guard next.platform.add(.ordered) != nil else { return nil } }
            case .heard:
                guard let order = platform.ordered, order != device else { return nil }
                (next.before, next.device, next.heard) = (device, order, order)
            case .lied:
                // Without the key in force a device cannot even read the order of the next one.
                guard let order = platform.ordered, platform.keeping == .untilUse else { return nil }
                next.heard = order
            case .told:
                guard let heard else { return nil }
                next.platform.confirm(heard, .told)
            case .used: next.platform.confirm(device, .used)
            case .usedLate:
                guard let before, platform.believed.contains(before) else { return nil }
                next.platform.confirm(before, .used)
            case .entered:
                guard let entered = next.platform.add(.entered) else { return nil }
                (next.before, next.device) = (device, entered)
            case .restarted: next.platform = Succession(platform.keeping, members: platform.members.reversed())
            }
            return next
        }
    }
}
