import Governance
import Kernel
import Supervision

/// Governance's files, in the folder of evidence and looked at like evidence of cases.
struct WorkFilesWiring: WorkFiles {
    let folder: EvidenceFolder

    var incoming: String { folder.incoming }

    func text(gbk bytes: [UInt8]) -> String? { Platform.text(gbk: bytes) }

    func look(_ path: String) async throws -> (mediaType: String, ending: String) {
        try await folder.scan(path).identified()
    }

    func bytes(_ path: String) async throws -> [UInt8] { try await folder.bytes(path) }

    func keep(_ path: String, as sha256: Digest256) async throws { try await folder.keep(path, as: sha256) }

    func path(of sha256: Digest256) -> String { folder.path(of: sha256) }

    func measure(_ sha256: Digest256) throws -> (size_bytes: Int64, sha256: Digest256)? {
        try folder.measure(sha256)
    }
}
