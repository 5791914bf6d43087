import Foundation
import Synchronization

@testable import Web

/// The share folder as the start script assembles it, with the tests' own templates, made once.
enum StageShare {
    private static let made = Mutex<ShareFolder?>(nil)

    static func folder() throws -> ShareFolder {
        try made.withLock { made in
            if let made { return made }
            let folder = try assemble()
            defer { try? FileManager.default.removeItem(at: folder) }
            let share = try ShareFolder(path: folder.path)
            made = share
            return share
        }
    }

    private static func assemble() throws -> URL {
        let files = FileManager.default
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = files.temporaryDirectory.appendingPathComponent("jianhu-share-\(UUID().uuidString)")
        try files.createDirectory(at: folder.appendingPathComponent("pages/Test"), withIntermediateDirectories: true)
        try files.copyItem(
            at: root.appendingPathComponent("share/assets"), to: folder.appendingPathComponent("assets"))
        try files.copyItem(
            at: root.appendingPathComponent("Sources/Web/Pages"), to: folder.appendingPathComponent("pages/Web"))
        for (name, text) in TestPage.files {
            try Data(text.utf8).write(to: folder.appendingPathComponent("pages/Test/\(name)"))
        }
        return folder
    }
}
