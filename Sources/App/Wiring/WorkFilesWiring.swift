import Governance

/// Governance's files, in the folder of evidence.
struct WorkFilesWiring: WorkFiles {
    let folder: EvidenceFolder

    var incoming: String { folder.incoming }

    func text(gbk bytes: [UInt8]) -> String? { Platform.text(gbk: bytes) }
}
