public import Kernel

/// Something that happened, in the published language between contexts. Facts are appended, never edited:
/// a correction is a new fact that names the old one.
///
/// A payload only ever gains optional fields; a changed meaning is a new kind.
public protocol Fact: Codable, Sendable, Equatable {
    /// The stable name of this kind of fact, `context.what-happened`.
    static var kind: String { get }
}

/// Whose timeline a fact belongs to, stamped when it is written: the storage layer scopes by it.
public struct FactSubject: Hashable, Sendable {
    /// The enterprise, when the fact is about one.
    public let enterprise: EnterpriseID?
    /// The region, when the fact lies in one.
    public let region: RegionCode?
    /// What exactly it is about, for example an outlet or a case.
    public let reference: String?

    /// A subject by its stamps.
    public init(enterprise: EnterpriseID? = nil, region: RegionCode? = nil, reference: String? = nil) {
        self.enterprise = enterprise
        self.region = region
        self.reference = reference
    }

    /// The city as a whole.
    public static let city = FactSubject()
}

/// Who brought a fact into the journal.
public struct FactAuthor: Hashable, Sendable {
    /// `person:P001`, `system:judge`, `device:MN…`.
    public let text: String

    /// A person.
    public static func person(_ person: PersonID) -> FactAuthor { FactAuthor(text: "person:\(person)") }
    /// A part of the system.
    public static func system(_ part: String) -> FactAuthor { FactAuthor(text: "system:\(part)") }
    /// An author read back from the journal.
    public init(text: String) { self.text = text }
}
