import Foundation

/// Files kept outside the repository: in `shared/` beside it, or beside a folder above it.
public enum SampleFile {
    /// A folder of such files.
    public enum Folder: String {
        case samples
        case factTables = "facts/tables"
        case seed

        /// The variable that names the folder where it lies elsewhere.
        var variable: String {
            switch self {
            case .samples: "JIANHU_SAMPLES"
            case .factTables: "JIANHU_FACT_TABLES"
            case .seed: "JIANHU_SEED"
            }
        }
    }

    /// The text of a file; nil, said aloud, when it is not on this machine.
    public static func text(of name: String, in folder: Folder = .samples) throws -> String? {
        guard let file = place(of: name, in: folder) else {
            print("skipped: \(name) not found; set \(folder.variable) to the folder that holds it")
            return nil
        }
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// Its lines; nil, said aloud, when it is not on this machine.
    public static func lines(of name: String, in folder: Folder = .samples) throws -> [String]? {
        try text(of: name, in: folder)?.split(whereSeparator: \.isNewline).map(String.init)
    }

    /// Where a file lies, for one that is not text; nil, said aloud, when it is not on this machine.
    public static func path(of name: String, in folder: Folder = .samples) throws -> String? {
        guard let file = place(of: name, in: folder) else {
            print("skipped: \(name) not found; set \(folder.variable) to the folder that holds it")
            return nil
        }
        return file.path
    }

    private static func place(of name: String, in wanted: Folder) -> URL? {
        let named = ProcessInfo.processInfo.environment[wanted.variable].map { URL(filePath: $0) }
        var folders = named.map { [$0] } ?? []
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            folders.append(folder.appending(path: "shared/\(wanted.rawValue)"))
            folder = folder.deletingLastPathComponent()
        }
        return folders.map { $0.appending(path: name) }.first { FileManager.default.fileExists(atPath: $0.path) }
    }
}
