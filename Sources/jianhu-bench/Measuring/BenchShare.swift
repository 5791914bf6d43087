import Foundation

/// Finds the share folder: beside the program, or assembled from the repository that the program was built in.
enum BenchShare {
    static func folder(in temporary: String) throws -> String {
        let link = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        var place = URL(fileURLWithPath: link).deletingLastPathComponent()
        let beside = place.appendingPathComponent("share").path
        if FileManager.default.fileExists(atPath: beside + "/rules") { return beside }
        while place.path != "/" {
            let script = place.appendingPathComponent("scripts/assemble-share.sh").path
            if FileManager.default.isExecutableFile(atPath: script) {
                return try assembled(by: script, in: temporary + "/share")
            }
            place.deleteLastPathComponent()
        }
        throw BenchFault(
            "there is no share folder beside the program and no repository around it; assemble one with "
                + "scripts/assemble-share.sh")
    }

    private static func assembled(by script: String, in folder: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: script)
        process.arguments = [folder]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw BenchFault("\(script) failed; see its lines above") }
        return folder
    }
}
