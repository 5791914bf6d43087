import Dispatch
import Foundation

/// A child process of this program, which has memory and processor time of its own; it ends with its owner's scope.
final class ChildProcess {
    private let process = Process()
    private let output = Pipe()
    private var pending = Data()

    /// Starts this program again with an order.
    init(_ order: ChildOrder) throws {
        let link = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        process.executableURL = URL(fileURLWithPath: link)
        let input = Pipe()
        process.arguments = ["child"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(order))
        try input.fileHandleForWriting.close()
    }

    deinit {
        if process.isRunning { process.terminate() }
    }

    /// The next line of the child; nil when it has ended.
    func line() async throws -> String? {
        while true {
            if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending = Data(pending[(end + 1)...])
                return line
            }
            let handle = output.fileHandleForReading
            let more = await withCheckedContinuation { continuation in
                DispatchQueue.global().async { continuation.resume(returning: handle.availableData) }
            }
            guard !more.isEmpty else { return nil }
            pending += more
        }
    }

    /// The next line as a message.
    func message<Message: Decodable>(_ type: Message.Type) async throws -> Message {
        guard let line = try await line() else {
            throw BenchFault("a child process ended early; look at the lines above, and at the limit of open files")
        }
        return try JSONDecoder().decode(type, from: Data(line.utf8))
    }

    /// Megabytes that the child holds in memory.
    var residentMB: Double { ProcessFigures.residentMB(of: "\(process.processIdentifier)") }

    /// Ends the child without a chance to tidy up.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Waits until it has ended by itself.
    func end() async {
        await withCheckedContinuation { continuation in
            let process = process
            DispatchQueue.global().async {
                process.waitUntilExit()
                continuation.resume()
            }
        }
    }
}
