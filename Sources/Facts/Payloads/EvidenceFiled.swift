public import Kernel

/// A file was filed as evidence of a case. The bytes lie beside the database under their digest.
public struct EvidenceFiled: Fact {
    public static let kind = "supervision.evidence-filed"
    /// The case.
    public let caseID: CaseID
    /// 1, 2, 3 … within the case.
    public let number: Int
    /// The name under which it was sent.
    public let name: String
    /// `image/jpeg`, `image/png` or `application/pdf`.
    public let mediaType: String
    /// How many bytes it has.
    public let size_bytes: Int64
    /// The digest of the bytes.
    public let sha256: Digest256
    /// What was said of it; nil in facts of the time when it was not told.
    public let note: String?
    /// The digest of the name under which the person acted (`NameSeal`); nil in facts of the time when it was not told.
    public let signed: Digest256?

    /// Filed evidence.
    public init(
        caseID: CaseID, number: Int, name: String, mediaType: String, size_bytes: Int64, sha256: Digest256,
        note: String? = nil, signed: Digest256? = nil
    ) {
        self.note = note
        self.signed = signed
        self.caseID = caseID
        self.number = number
        self.name = name
        self.mediaType = mediaType
        self.size_bytes = size_bytes
        self.sha256 = sha256
    }
}
