import Foundation

/// A serving process of the program, on ports of its own.
final class RunningProgram: Sendable {
    let webPort: Int
    let gatewayPort: Int
    /// Everything printed until it was ready.
    let announcement: String
    private let process: Process
    /// Where it writes its standard error.
    private let log: URL

    /// What it has said on standard error so far.
    var complaints: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

    /// A process that did not come so far as to print its doors.
    struct NotReady: Error, CustomStringConvertible {
        let description: String
    }

    private static let secondsMax = 150.0

    /// Starts `demo` or `serve` and waits until it has printed its doors.
    private static func start(_ arguments: [String], in folder: URL) async throws -> RunningProgram {
        let process = try BuiltProgram.process(arguments + ["--web-port", "0", "--hj212-port", "0"], in: folder)
        let output = Pipe()
        let log = folder.appending(path: "log-\(UUID().uuidString).txt")
        try Data().write(to: log)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        BuiltProgram.bound(process, secondsMax: secondsMax)
        let lastWord = arguments.first == "demo" ? "jianhu hj212 send" : "hj212 "
        let handle = output.fileHandleForReading
        let said = try await OffPool.run {
            var said = ""
            while !said.contains(lastWord) || !said.hasSuffix("\n") {
                let data = handle.availableData
                if data.isEmpty { break }
                said += String(decoding: data, as: UTF8.self)
            }
            return said
        }
        guard let web = said.firstMatch(of: /web http:\/\/127\.0\.0\.1:(\d+)/).flatMap({ Int($0.1) }),
            let gateway = said.firstMatch(of: /hj212 127\.0\.0\.1:(\d+)/).flatMap({ Int($0.1) })
        else {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let complaint = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
            throw NotReady(description: "\(arguments): \(said) \(complaint)")
        }
        return RunningProgram(process, log: log, web: web, gateway: gateway, announcement: said)
    }

    private init(_ process: Process, log: URL, web: Int, gateway: Int, announcement: String) {
        self.process = process
        self.log = log
        webPort = web
        gatewayPort = gateway
        self.announcement = announcement
    }

    /// Starts, lends, and kills at the end, also after a failure.
    static func with<Value>(
        _ arguments: [String], in folder: URL, _ body: (RunningProgram) async throws -> Value
    ) async throws -> Value {
        let program = try await start(arguments, in: folder)
        do {
            let value = try await body(program)
            _ = try await program.end(by: SIGKILL)
            return value
        } catch {
            _ = try? await program.end(by: SIGKILL)
            throw error
        }
    }

    /// Sends a signal at once; nothing happens when the process has ended.
    func signal(_ signal: Int32) {
        if process.isRunning { kill(process.processIdentifier, signal) }
    }

    /// Sends a signal and waits for the end: the exit code, or the negative number of the signal that ended it.
    func end(by signal: Int32) async throws -> Int32 {
        self.signal(signal)
        let process = process
        return try await OffPool.run { BuiltProgram.exitCode(of: process) }
    }
}
