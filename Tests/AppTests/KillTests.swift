import Foundation
import HJ212
import Kernel
import Monitoring
import Persistence
import SQLitePersistence
import TestMaterial
import Testing

extension ProgramTests {
    /// What was answered is there: the promise of the gateway, against the hardest end a process can have.
    struct KillTests {
        private static let rounds = 20
        private static let lines = 8

        @Test func `every frame answered before any of twenty kills is stored, once`() async throws {
            let seed = UInt64.random(in: 1...UInt64(Int64.max))
            print("seed \(seed)")
            try await TemporaryFolder.with { folder in
                let file = try await FinishedCity.copy(into: folder)
                let crowd = try await Self.sender(file)
                var generator = SeededGenerator(seed: seed)
                var (sent, answered): ([SentFrame], Set<String>) = ([], [])
                for round in 0..<Self.rounds {
                    let frames = try crowd(round)
                    sent += frames.joined()
                    answered.formUnion(try await Self.killedWhileSending(frames, in: folder, &generator))
                }
                print("\(sent.count) sent, \(answered.count) answered in \(Self.rounds) killed runs")
                #expect(answered.count > Self.rounds * 20)
                #expect(answered.count < sent.count, "no kill came while frames were on their way")

                let again = sent.filter { !answered.contains($0.name) } + sent.suffix(200)
                let late = try await RunningProgram.with(FinishedCity.start, in: folder) { program in
                    let crowd = DeviceCrowd(port: program.gatewayPort)
                    await crowd.send(stride(from: 0, to: again.count, by: 400).map { Array(again[$0...].prefix(400)) })
                    return crowd.answered
                }
                #expect(late == Set(again.map(\.name)))
                try await Self.expectStored(sent, in: file)
                let verified = try await CommandRun.of(["verify", "--database", file], in: folder)
                #expect(verified.exitCode == 0, "\(verified.output)\(verified.complaint)")
            }
        }

        /// One life of the program: it is killed at a random moment while frames are in flight.
        private static func killedWhileSending(
            _ frames: [[SentFrame]], in folder: URL, _ generator: inout SeededGenerator
        ) async throws -> Set<String> {
            let answers = Int.random(in: 20...400, using: &generator)
            let microseconds = UInt32.random(in: 0...4_000, using: &generator)
            return try await RunningProgram.with(FinishedCity.start, in: folder) { program in
                let crowd = DeviceCrowd(port: program.gatewayPort)
                await crowd.send(frames, after: answers) {
                    usleep(microseconds)
                    program.signal(SIGKILL)
                }
                return crowd.answered
            }
        }

        /// Makes the frames of a round, one group for each line: a minute value with a number of its own each.
        private static func sender(_ file: String) async throws -> (Int) throws -> [[SentFrame]] {
            let devices = try await RegisteredDevice.all(in: file).prefix(lines)
            let began = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)).startOfHour.milliseconds
            return { round in
                try devices.map { device in
                    try (0..<100).map { index in
                        let number = Int64(round * 100 + index)
                        return try device.frame(
                            .minuteValues, qn: CivilStamp(millisecondsSince1970: began + number),
                            dataTime: CivilStamp(millisecondsSince1970: began - number * 60_000),
                            items: [Item(key: "a21026-Avg", value: "\(index).5"), Item(key: "a21026-Flag", value: "N")])
                    }
                }
            }
        }

        /// Each frame sent lies there exactly once, with exactly its bytes.
        private static func expectStored(_ sent: [SentFrame], in file: String) async throws {
            // The line end CR LF separates frames; it is no part of the evidence.
            let frames = sent.map { Array($0.bytes.dropLast(2)) }
            let expected = Dictionary(uniqueKeysWithValues: frames.map { (Digest256(of: $0), $0) })
            let found = try await SQLiteDatabase(path: file, mode: .readOnly).read { access in
                var found: [Digest256: Int] = [:]
                try MonitoringRoom.forEachFrame(access) { bytes in
                    let digest = Digest256(of: bytes)
                    guard expected[digest] == bytes else { return }
                    found[digest, default: 0] += 1
                }
                return found
            }
            #expect(found.count == expected.count, "\(expected.count - found.count) answered frames are not stored")
            #expect(found.values.allSatisfy { $0 == 1 })
        }
    }
}
