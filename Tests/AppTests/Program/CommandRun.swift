import Foundation

/// One run of the program from its start to its end.
struct CommandRun: Sendable {
    let output: String
    let complaint: String
    /// Negative when a signal ended it.
    let exitCode: Int32

    /// Runs the program and waits for its end; one that does not end by itself is killed.
    static func of(
        _ arguments: [String], input: String = "", environment: [String: String] = [:], in folder: URL
    ) async throws -> CommandRun {
        let process = try BuiltProgram.process(arguments, environment: environment, in: folder)
        return try await run(process, input: input)
    }

    /// Runs a line in the shell, with the program standing in the folder as `./jianhu`.
    static func ofShell(_ line: String, in folder: URL) async throws -> CommandRun {
        let link = folder.appending(path: "jianhu")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: try BuiltProgram.file())
        defer { try? FileManager.default.removeItem(at: link) }
        let process = try BuiltProgram.process(["-c", line], in: folder)
        process.executableURL = URL(filePath: "/bin/sh")
        return try await run(process, input: "")
    }

    private static let secondsMax = 60.0

    private static func run(_ process: Process, input: String) async throws -> CommandRun {
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        BuiltProgram.bound(process, secondsMax: secondsMax)
        try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let complaint = stderr.fileHandleForReading
        async let complained = OffPool.run { try complaint.readToEnd() ?? Data() }
        let output = stdout.fileHandleForReading
        let said = try await OffPool.run { try output.readToEnd() ?? Data() }
        let complaintText = String(decoding: try await complained, as: UTF8.self)
        let code = try await OffPool.run { BuiltProgram.exitCode(of: process) }
        return CommandRun(output: String(decoding: said, as: UTF8.self), complaint: complaintText, exitCode: code)
    }
}
