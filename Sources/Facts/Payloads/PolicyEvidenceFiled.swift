public import Kernel

/// Evidence was filed with a report on a task: a file, or a fact of this journal that is named.
public struct PolicyEvidenceFiled: Fact {
    public static let kind = "governance.evidence-filed"
    /// The policy.
    public let policy: String
    /// The number of its task.
    public let task: Int
    /// The month reported on.
    public let month: String
    /// 1, 2, 3 … within the task.
    public let number: Int
    /// What the file is called, or what the named fact is.
    public let name: String
    /// The file's media type; nil for a fact.
    public let mediaType: String?
    /// The file's bytes; nil for a fact.
    public let size_bytes: Int64?
    /// The digest of the file's bytes; nil for a fact.
    public let sha256: Digest256?
    /// The number of a fact in this journal; nil for a file.
    public let fact: Int64?

    /// Filed evidence.
    public init(
        policy: String, task: Int, month: String, number: Int, name: String, mediaType: String?, size_bytes: Int64?,
        sha256: Digest256?, fact: Int64?
    ) {
        self.policy = policy
        self.task = task
        self.month = month
        self.number = number
        self.name = name
        self.mediaType = mediaType
        self.size_bytes = size_bytes
        self.sha256 = sha256
        self.fact = fact
    }
}
