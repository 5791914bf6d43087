import App
import Foundation
import Kernel
import Persistence
import Web

/// A child's order: serve an installation as `jianhu serve` does, making it first when it is not there yet.
struct ServeOrder: Codable, Sendable {
    let file: String
    let share: String
    /// How many outlets a new installation knows.
    let outlets: Int

    /// Where the child listens.
    struct Doors: Codable, Sendable {
        let web: Int
        let gateway: Int
    }

    func carryOut() async throws {
        let platform = try await Platform.open(
            file: file, share: share, clock: SystemClock(), entropy: SystemEntropy(), logger: BenchStage.logger)
        if try await platform.purpose() == nil {
            try await BenchSources.enter(outlets, into: platform)
            try await platform.mark(.real)
        }
        try await platform.serve(
            web: WebSettings(port: 0), gateway: BenchStage.gatewaySettings(), as: .real
        ) { doors in
            // Without its doors the parent waits in vain, and says so.
            try? ChildOrder.report(Doors(web: doors.web, gateway: doors.gateway))
        }
    }
}
