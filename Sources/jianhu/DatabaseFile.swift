import ArgumentParser
import Foundation

/// A database file named on the command line.
enum DatabaseFile {
    /// Refuses what names no file: this program keeps its rows in one SQLite file.
    static func path(_ text: String) throws -> String {
        guard !text.isEmpty, !text.contains("://") else {
            throw ValidationError(
                "--database “\(text)” is no file; give the path of the SQLite file that keeps the rows")
        }
        return text
    }

    /// Refuses a file that is not there, instead of making an empty one by mistake.
    static func demandExisting(_ file: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else {
            throw CommandFault("\(file) is no file; check the path, or make an installation with jianhu init")
        }
    }
}
