import Foundation

/// A database file named on the command line.
enum DatabaseFile {
    /// Refuses a file that is not there, instead of making an empty one by mistake.
    static func demandExisting(_ file: String) throws {
        guard FileManager.default.fileExists(atPath: file) else {
            throw CommandFault("\(file) does not exist; check the path, or make an installation with jianhu init")
        }
    }
}
