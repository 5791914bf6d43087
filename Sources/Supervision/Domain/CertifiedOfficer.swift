public import Kernel

/// An officer with the certificates (行政执法证) of the register.
public struct CertifiedOfficer: Sendable, Equatable {
    /// A certificate and the days on which it is valid, both included.
    public struct Certificate: Sendable, Equatable {
        /// Its number.
        public let number: String
        /// The first day.
        public let from: CivilDate
        /// The last day.
        public let to: CivilDate

        /// A certificate.
        public init(number: String, from: CivilDate, to: CivilDate) {
            self.number = number
            self.from = from
            self.to = to
        }
    }

    /// Who.
    public let person: PersonID
    /// The name on documents.
    public let name: String
    /// As what.
    public let role: Role
    /// Every certificate that was not withdrawn.
    public let certificates: [Certificate]

    /// An officer with certificates.
    public init(person: PersonID, name: String, role: Role = .branchOfficer, certificates: [Certificate]) {
        self.role = role
        self.person = person
        self.name = name
        self.certificates = certificates
    }

    /// The number of a certificate that is valid on a day; nil when there is none.
    func certificate(on day: CivilDate) -> String? {
        certificates.first { $0.from <= day && day <= $0.to }?.number
    }
}
