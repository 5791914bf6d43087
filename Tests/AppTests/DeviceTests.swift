import Foundation
import Testing

extension ProgramTests {
    /// Conversations of the running program with the demonstration's loggers, over the real gateway.
    struct DeviceTests {
        private static let device = "/outlets/E0012-DA001/device"

        @Test func `an officer asks a logger for its time and its hours, and a stranger asks nothing`() async throws {
            try await FinishedCity.served { program, folder in
                let officer = try await Caller(program.webPort, as: "P-CITY-1")
                try await wait(for: officer, "connected") { $0.json["connected"] as? Bool == true }
                let time = try await ask(officer, "time-read", [:])
                #expect((time["answer"] as? String)?.hasPrefix("SystemTime=") ?? false)
                #expect(time["outcome"] as? String == "exe-1")
                let hours = try await ask(officer, "history-hour", Self.hours)
                #expect(hours["dataFrames"] as? Int == 4)

                let refused = try await officer.post(Self.device + "/calibrate", ["factor": "a21026"])
                #expect(refused.status == 422)
                let own = try await Caller(program.webPort, as: "P-FIRM-12")
                #expect(try await own.get(Self.device).status == 200)
                #expect(try await own.post(Self.device + "/time-read", [:]).status == 403)
                for other in ["P-FIRM-01", "P-BRANCH-1"] {
                    let stranger = try await Caller(program.webPort, as: other)
                    #expect(try await stranger.get(Self.device).status == 404)
                }
                let branch = try await Caller(program.webPort, as: "P-BRANCH-1")
                #expect(try await branch.post(Self.device + "/time-read", [:]).status == 404)
                let verified = try await CommandRun.of(["verify", "--database", "city/jianhu-demo.sqlite"], in: folder)
                #expect(verified.exitCode == 0, "\(verified.output)\(verified.complaint)")
            }
        }

        /// Five hours back to two hours back, in China.
        private static var hours: [String: String] {
            func hour(_ ago: Double) -> String {
                let parts = Date(timeIntervalSinceNow: (8 - ago) * 3_600).ISO8601Format().split(separator: "T")
                return "\(parts[0]) \(parts[1].prefix(2)):00"
            }
            return ["from": hour(5), "to": hour(2)]
        }

        /// Asks, and returns the conversation once it is over.
        private func ask(
            _ caller: Caller, _ request: String, _ form: [String: String]
        ) async throws -> [String: Any] {
            let asked = try await caller.post(Self.device + "/" + request, form)
            let place = try #require(asked.text("location"), "\(request): \(asked.body)")
            let answer = try await wait(for: caller, place, at: place) { answer in
                (answer.json["conversation"] as? [String: Any])?["state"] as? String == "done"
            }
            return try #require(answer.json["conversation"] as? [String: Any])
        }

        /// Looks again until something holds; a program that never comes so far fails the test.
        @discardableResult
        private func wait(
            for caller: Caller, _ what: String, at path: String = device, until holds: (WebAnswer) -> Bool
        ) async throws -> WebAnswer {
            for _ in 0..<2_000 {
                let answer = try await caller.get(path)
                if holds(answer) { return answer }
            }
            throw NeverSo(what: what)
        }

        private struct NeverSo: Error {
            let what: String
        }
    }
}
