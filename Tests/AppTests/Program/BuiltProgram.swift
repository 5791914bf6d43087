import Dispatch
import Foundation

/// The program under test: built beforehand, with its share folder beside it.
enum BuiltProgram {
    struct NotBuilt: Error, CustomStringConvertible {
        let place: String
        var description: String {
            "\(place) is not there; build it with: swift build --product jianhu && scripts/assemble-share.sh"
        }
    }

    /// `JIANHU_PROGRAM`, or `.build/debug/jianhu` of the package that this file belongs to.
    static func file() throws -> URL {
        let file =
            ProcessInfo.processInfo.environment["JIANHU_PROGRAM"].map { URL(filePath: $0) }
            ?? package.appending(path: ".build/debug/jianhu")
        let share = file.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "share/rules")
        guard FileManager.default.isExecutableFile(atPath: file.path),
            FileManager.default.fileExists(atPath: share.path)
        else { throw NotBuilt(place: file.path + " with its share folder") }
        return file
    }

    private static var package: URL {
        (0..<4).reduce(URL(filePath: #filePath)) { place, _ in place.deletingLastPathComponent() }
    }

    /// A process of the program, not yet started. Settings of whoever runs the tests do not reach it.
    static func process(_ arguments: [String], environment: [String: String] = [:], in folder: URL) throws -> Process {
        let process = Process()
        process.executableURL = try file()
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("JIANHU_") }
        process.environment = inherited.merging(environment) { $1 }
        return process
    }

    /// However a test ends, this process does not outlive it for long.
    static func bound(_ process: Process, secondsMax: Double) {
        let pid = process.processIdentifier
        DispatchQueue.global().asyncAfter(deadline: .now() + secondsMax) {
            if process.isRunning { kill(pid, SIGKILL) }
        }
    }

    /// Waits for the end: the exit code, or the negative number of the signal that ended the process.
    static func exitCode(of process: Process) -> Int32 {
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }
}
