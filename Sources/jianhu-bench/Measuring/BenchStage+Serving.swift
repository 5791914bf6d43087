import Access
import App
import Foundation
import Kernel
import Persistence
import Web

extension BenchStage {
    /// Enters an officer of the whole city.
    func admitOfficer() async throws -> (login: String, password: String) {
        let password = SystemEntropy().bytes(12).map { String($0, radix: 36) }.joined()
        guard let login = Login("bench"), let id = PersonID("P-BENCH") else {
            throw BenchFault("the officer of the benchmark has no well-formed name")
        }
        try await platform.access.admit(
            Person(id: id, login: login, name: "测试值守员（示例）", post: .cityOfficer), password: password)
        return (login.text, password)
    }

    /// Lends the doors of the whole program, and ends it afterwards.
    func serving(_ body: @escaping (Doors) async throws -> Void) async throws {
        let (opened, announce) = AsyncStream.makeStream(of: Doors.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await platform.serve(
                    web: WebSettings(port: 0), gateway: BenchStage.gatewaySettings(), as: .real
                ) { announce.yield($0) }
            }
            for await doors in opened {
                try await body(doors)
                break
            }
            // As an operator stops it.
            kill(getpid(), SIGTERM)
        }
    }
}
