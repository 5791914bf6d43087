public import Persistence
import SQLitePersistence

/// Looks at a database file before anything is written to it.
public enum Installed {
    /// A file that cannot be opened as a database of this program.
    public struct Refusal: Error, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// What a file is for; nil when whoever made it did not finish, even before the schema's one transaction ended.
    ///
    /// Reads only, so that a file of another program, or of another purpose, stays as it is.
    public static func purpose(of file: String) async throws -> Installation.Purpose? {
        try await purpose(of: file, in: database(file, mode: .readOnly))
    }

    static func purpose(of file: String, in database: SQLiteDatabase) async throws -> Installation.Purpose? {
        do {
            return try await database.isBare() ? nil : database.read { try Installation.purpose($0) }
        } catch {
            throw Refusal(
                description: "\(file) is no database of jianhu; check the path, or make one with jianhu init")
        }
    }

    /// Opens a file; what the engine says is put into a sentence.
    static func database(_ file: String, mode: SQLiteDatabase.Mode) throws -> SQLiteDatabase {
        do { return try SQLiteDatabase(path: file, mode: mode) } catch let refusal as DatabaseFileRefusal {
            throw refusal
        } catch {
            throw unreadable(file, error)
        }
    }

    static func unreadable(_ file: String, _ error: any Error) -> Refusal {
        // The engine appends the statement it was at, which helps nobody here.
        let reason = "\(error)".firstRange(of: " - while").map { "\(error)"[..<$0.lowerBound] } ?? "\(error)"[...]
        return Refusal(
            description: "\(file) cannot be read as a database (\(reason)); check the path, or restore a backup")
    }
}
