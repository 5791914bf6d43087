import Foundation
import HJ212
import Kernel
import Testing

extension ProgramTests {
    /// A logger of 2025 over a real socket: from its registration to a second password and a second key, with answers
    /// that get lost on the way.
    struct RegistrationTests {
        private static let number = "FEDCBA9876543210FEDCBA98"
        private static let outlet = "E0012-DA001"
        private static let secrets = "/outlets/\(outlet)/device/secrets"

        /// A key that follows no pattern.
        private static let key: [UInt8] = [
            0x9C, 0x11, 0xE7, 0x42, 0x05, 0xB8, 0x6D, 0xF3, 0x27, 0xAA, 0x80, 0x5E, 0xC4, 0x19, 0x73, 0x3D,
        ]

        @Test func `a logger registers, is numbered, and changes password and key without being cut off`() async throws
        {
            try await FinishedCity.served { program, folder in
                let (gateway, web) = (program.gatewayPort, program.webPort)
                let logger = try RegisteringLogger(port: gateway, hardware: "HW-EXAMPLE-1")
                try await OffPool.run { try logger.register() }
                let officer = try await Caller(web, as: "P-CITY-1")
                let keeper = try await Caller(web, as: "P-ADMIN")
                try await accept(logger, officer)

                // The key that the device has; what it sent before anybody registered it waits in quarantine.
                let drawn = Self.key
                try await OffPool.run {
                    logger.key = drawn
                    try logger.send(.realTime, Self.values)
                }
                try await enterKey(drawn, keeper)
                #expect(try await OffPool.run { try logger.isAnswered() })
                try await wait(keeper, Self.secrets) { Self.standings($0, "key") == ["present"] }
                try await processAgain(keeper)

                // A new key: the device takes it and uses it, and its 9012 comes late.
                #expect(try await officer.post("/outlets/\(Self.outlet)/device/key-set", [:]).status == 200)
                let order = try await OffPool.run {
                    let request = try logger.accepted(1014)
                    logger.key = Array((request.value(of: "NewSK") ?? "").utf8)
                    return request
                }
                #expect(order.encryption == .opened(.raw, key: 0))
                #expect(try await OffPool.run { try logger.isAnswered() })
                try await wait(keeper, Self.secrets) { Self.standings($0, "key") == ["former", "present"] }
                try await OffPool.run { try logger.succeeded(order) }

                // A new password: told, then used; the old one is believed until then.
                #expect(try await keeper.post("/outlets/\(Self.outlet)/device/password-set", [:]).status == 200)
                let request = try await OffPool.run { try logger.accepted(1072) }
                #expect(try await OffPool.run { try logger.isAnswered() })
                try await OffPool.run { try logger.succeeded(request) }
                try await wait(keeper, Self.secrets) { Self.standings($0, "password") == ["former", "present"] }
                #expect(try await OffPool.run { try logger.isAnswered() })
                let new = try #require(request.value(of: "NewPW"))
                let answered = try await OffPool.run {
                    logger.password = new
                    return try logger.isAnswered()
                }
                #expect(answered)
                try await wait(keeper, Self.secrets) { Self.standings($0, "password") == ["present"] }

                let verified = try await CommandRun.of(["verify", "--database", "city/jianhu-demo.sqlite"], in: folder)
                #expect(verified.exitCode == 0, "\(verified.output)\(verified.complaint)")
            }
        }

        /// The city gives the logger its number; the logger takes it and says so without one.
        private func accept(_ logger: RegisteringLogger, _ officer: Caller) async throws {
            let list = try await officer.get("/registrations").json["registrations"] as? [[String: Any]]
            let found = try #require(list?.first { $0["hardware"] as? String == logger.hardware })
            let place = "/registrations/\(try #require(found["registration"] as? String))"
            let stranger = try await Caller(officer.port, as: "P-BRANCH-1")
            #expect(try await stranger.get("/registrations").status == 403)
            let form = ["outlet": Self.outlet, "device": Self.number]
            #expect(try await officer.post(place + "/accept", form.merging(["device": "12"]) { $1 }).status == 422)
            #expect(try await officer.post(place + "/accept", form).status == 200)
            #expect(try await officer.post(place + "/accept", form).status == 200)
            try await OffPool.run {
                let order = try logger.accepted(1002)
                guard order.value(of: "i23005-Info") == Self.number else {
                    throw RegisteringLogger.NothingCame(description: "another number")
                }
                try logger.succeeded(order)
                logger.number = Self.number
            }
            try await wait(officer, place) { answer in
                (answer.json["registration"] as? [String: Any])?["state"] as? String == "in-use"
            }
            #expect(try await OffPool.run { try logger.isAnswered() })
        }

        private func enterKey(_ key: [UInt8], _ keeper: Caller) async throws {
            let place = Self.secrets + "/key"
            for (typed, status) in [("00", 422), (String(repeating: "0", count: 32), 422), (key.hex, 200)] {
                let answer = try await keeper.post(place, ["key": typed, "device": Self.number])
                #expect(answer.status == status, "\(answer.body)")
                #expect(!answer.body.contains(key.hex))
            }
            #expect(try await keeper.post(place, ["key": key.hex, "device": Self.number]).status == 409)
            let officer = try await Caller(keeper.port, as: "P-CITY-1")
            #expect(try await officer.post(place, ["key": key.hex]).status == 403)
        }

        /// What no key opened before is opened now.
        private func processAgain(_ keeper: Caller) async throws {
            let before = try await locked(keeper)
            #expect(before == 1)
            let form = ["reason": "encrypted-unknown-key", "device": Self.number]
            #expect(try await keeper.post("/quarantine/reprocess", form).status == 200)
            #expect(try await locked(keeper) == 0)
        }

        private func locked(_ keeper: Caller) async throws -> Int {
            let list = try await keeper.get("/quarantine?reason=encrypted-unknown-key&device=\(Self.number)")
            return (list.json["entries"] as? [Any])?.count ?? -1
        }

        private static var values: [Item] {
            let stamp = CivilStamp(millisecondsSince1970: Int64(Date().timeIntervalSince1970 * 1_000) - 90_000)
            return [Item(key: "DataTime", value: stamp.text14), Item(key: "a21026-Rtd", value: "11.1")]
        }

        /// Where the secrets of the logger's number stand, oldest first.
        private static func standings(_ answer: WebAnswer, _ secret: String) -> [String] {
            let numbers = answer.json["numbers"] as? [[String: Any]]
            let own = numbers?.first { $0["device"] as? String == number }
            return (own?["secrets"] as? [[String: Any]] ?? []).filter { $0["secret"] as? String == secret }
                .compactMap { $0["standing"] as? String }
        }

        private func wait(_ caller: Caller, _ path: String, until holds: (WebAnswer) -> Bool) async throws {
            for _ in 0..<2_000 {
                if holds(try await caller.get(path)) { return }
            }
            throw RegisteringLogger.NothingCame(description: "never so at \(path)")
        }
    }
}
