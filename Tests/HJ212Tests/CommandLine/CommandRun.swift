import Foundation
import Testing

/// One run of the built program, found beside the test bundle.
struct CommandRun {
    let output: String
    let complaint: String
    let exitCode: Int32

    /// Nil, said aloud, when the program was not built.
    init?(_ arguments: [String], input: [UInt8] = []) throws {
        let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let program = folder.appending(path: "jianhu")
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            print("skipped: the program jianhu is not built at \(folder.path)")
            return nil
        }
        let process = Process()
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.executableURL = program
        process.arguments = ["hj212"] + arguments
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: input)
        try stdin.fileHandleForWriting.close()
        output = String(decoding: try stdout.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        complaint = String(decoding: try stderr.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        exitCode = process.terminationStatus
    }
}
