import Kernel

/// A photo as it came in.
struct SaidPhoto: Sendable, Equatable {
    /// What it shows, for whoever cannot see it.
    let shows: String
    let day: CivilDate
    let mediaType: String
    let size_bytes: Int64
    let sha256: Digest256
}
