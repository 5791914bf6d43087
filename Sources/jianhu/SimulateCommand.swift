import App
import ArgumentParser
import Foundation
import Kernel
import Simulator
import UnixSignals

/// `jianhu simulate`: an invented city of data loggers that send to a platform.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract:
            "Simulate a city of data loggers: send HJ 212 frames for many outlets, await answers, report the rate.",
        discussion: """
            The same seed is the same city, byte for byte. Loggers keep to the rhythm of the
            standard: instantaneous values every 30 s, minutes, hours, days; each waits for its
            answer (10 s, then three more tries) and connects again when its line breaks. A line
            of JSON is printed each second and at the end.

            The platform answers outlets that it knows: write their register with --register.

            The exit code is 0 when every frame that had to be answered was answered, else 1.

            Example:
              jianhu simulate --outlets 1000 --to 127.0.0.1:9212 --seed 7 --speed 60 --for 6h
            """
    )

    /// When no line could be opened for so long, none will be.
    private static let unreachableAfterS = 10

    @OptionGroup var options: SimulateOptions

    func run() async throws {
        if let file = options.register { try writeRegister(to: file) }
        guard let place = options.to else { return }
        try OpenFileLimit.makeRoom(forConnections: options.connections ?? options.outlets, of: "--connections")
        let traffic = SimulatedTraffic(try options.plan(to: place, now: .now))
        let wasStopped = try await Self.carry(traffic)
        let counts = traffic.counts
        ProgramOutput.line(SimulateLine(counts, second: nil).text)
        guard counts.connects > 0 else {
            throw CommandFault("no line to \(place) could be opened; check the address and whether a gateway listens")
        }
        let unanswered = counts.sent - counts.repeated - counts.damaged - counts.answered
        if unanswered > 0, !wasStopped {
            throw CommandFault(
                "\(unanswered) frames were not answered by \(place); check that it knows these outlets (--register), "
                    + "and look into its quarantine")
        }
    }

    private func writeRegister(to file: String) throws {
        let text = OutletRegister.lines(of: options.city, count: options.outlets).joined()
        do { try Data(text.utf8).write(to: URL(fileURLWithPath: file)) } catch {
            throw CommandFault("--register \(file) cannot be written; check the folder and its rights")
        }
    }

    /// Lets traffic flow to its end, or until somebody stops the program; tells which.
    private static func carry(_ traffic: SimulatedTraffic) async throws -> Bool {
        try await withThrowingTaskGroup(of: Bool?.self) { group in
            group.addTask {
                try await traffic.run()
                return false
            }
            group.addTask {
                for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) { return true }
                return nil
            }
            group.addTask {
                for second in 1... {
                    guard (try? await Task.sleep(for: .seconds(1))) != nil else { break }
                    let counts = traffic.counts
                    ProgramOutput.line(SimulateLine(counts, second: second).text)
                    if second >= unreachableAfterS, counts.connects == 0 { return false }
                }
                return nil
            }
            defer { group.cancelAll() }
            while let end = try await group.next() {
                if let end { return end }
            }
            return false
        }
    }
}

extension Instant {
    /// The computer's present moment.
    fileprivate static var now: Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
    }
}
