import Facts
import Kernel

/// A file that somebody filed in a case.
struct EvidenceFile: Sendable, Equatable {
    /// 1, 2, 3 … within the case.
    let number: Int
    let name: String
    let kind: EvidenceKind
    let size_bytes: Int64
    let sha256: Digest256
    /// What it shows, in the words of who filed it.
    let note: String
    let actor: PersonID
    let actorName: String
    let role: Role
    let at: Instant

    /// The digest of the name and the role under which it was filed.
    var seal: Digest256 { NameSeal.of(actorName, .person(actor), role: role) }
}
