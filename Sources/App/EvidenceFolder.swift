import Foundation
import Kernel
import NIOPosix
import Supervision

/// The bytes of evidence in a folder beside the database, each file under its digest. Reading and writing go through
/// threads that may block.
struct EvidenceFolder: EvidenceShelf {
    let folder: String
    private static let pieceBytes = 64 * 1_024

    /// The folder that belongs to a database file.
    init(beside database: String) {
        folder = database + ".evidence"
    }

    var incoming: String { folder + "/incoming" }

    func path(of sha256: Digest256) -> String {
        "\(folder)/\(sha256.hex.prefix(2))/\(sha256.hex)"
    }

    func scan(_ path: String) async throws -> EvidenceScan {
        try await NIOThreadPool.singleton.runIfActive {
            var scan = EvidenceScan()
            try Self.read(path) { scan.take($0) }
            return scan
        }
    }

    /// The whole of a file that came in, for those who look at all of it at once.
    func bytes(_ path: String) async throws -> [UInt8] {
        try await NIOThreadPool.singleton.runIfActive {
            var bytes: [UInt8] = []
            try Self.read(path) { bytes += $0 }
            return bytes
        }
    }

    func keep(_ path: String, as sha256: Digest256) async throws {
        let place = self.path(of: sha256)
        try await NIOThreadPool.singleton.runIfActive {
            let files = FileManager.default
            guard !files.fileExists(atPath: place) else { return }
            try files.createDirectory(
                atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try files.moveItem(atPath: path, toPath: place)
            try files.setAttributes([.posixPermissions: 0o400], ofItemAtPath: place)
        }
    }

    func measure(_ sha256: Digest256) throws -> (size_bytes: Int64, sha256: Digest256)? {
        let place = path(of: sha256)
        guard FileManager.default.fileExists(atPath: place), let digest = RunningDigest256() else { return nil }
        var size: Int64 = 0
        try Self.read(place) { piece in
            size += Int64(piece.count)
            digest.take(piece)
        }
        return digest.finish().map { (size, $0) }
    }

    func names() throws -> [String] {
        let files = FileManager.default
        guard files.fileExists(atPath: folder) else { return [] }
        return try files.subpathsOfDirectory(atPath: folder).filter { name in
            var isFolder: ObjCBool = false
            let isThere = files.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
            return isThere && !isFolder.boolValue && !name.hasPrefix("incoming/")
        }.map { name in
            // Where a digest belongs is its own folder; anything else keeps the path that shows where it lies.
            let last = name.split(separator: "/").last.map(String.init) ?? name
            return name == "\(last.prefix(2))/\(last)" ? last : name
        }.sorted()
    }

    private static func read(_ path: String, _ body: ([UInt8]) -> Void) throws {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        while let piece = try handle.read(upToCount: pieceBytes), !piece.isEmpty { body(Array(piece)) }
    }
}
