import Foundation
import Testing

/// Random people do random things to random rows; what the site allows is what a plain model of the policy says,
/// before and after the program was started anew.
struct AccessPolicyTests {
    @Test(arguments: [20_200_608, 7, 1_795_000_000] as [UInt64])
    func `the site allows what the policy says, also after a restart`(seed: UInt64) async throws {
        try await TemporaryFolder.with { folder in
            var world = try await PolicyWorld(folder: folder.path, seed: seed)
            for step in 1...220 {
                if step.isMultiple(of: 55) { try await world.restart() }
                let (act, expected, found) = try await world.act()
                #expect(found == expected, "seed \(seed), step \(step): \(act)")
            }
            #expect(world.allowed > 20 && world.refused > 40, "the draw met both answers")
            try await world.close()
        }
    }
}
