import Foundation

/// Where the program itself lies; what belongs to it lies beside it.
enum ProgramPlace {
    /// The folder of the program file, links resolved.
    static var folder: String {
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: link ?? CommandLine.arguments[0])
            .resolvingSymlinksInPath().deletingLastPathComponent().path
    }

    /// The share folder beside the program.
    static var share: String { folder + "/share" }
}
