public import Kernel

/// The number printed on an officer's certificate: letters, digits, `-`, `_` and `.`, at most 32.
public struct CertificateNumber: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 32) }
}

/// A certificate of administrative enforcement (行政执法证): without one nobody works on site.
public struct OfficerCertificate: Hashable, Sendable {
    /// Its number.
    public let number: CertificateNumber
    /// Whose it is.
    public let person: PersonID
    /// The first day on which it is valid.
    public let validFrom: CivilDate
    /// The last day on which it is valid.
    public let validTo: CivilDate
    /// When it was withdrawn; nil while it counts.
    public let withdrawnAt: Instant?

    /// A certificate.
    public init(
        number: CertificateNumber, person: PersonID, validFrom: CivilDate, validTo: CivilDate,
        withdrawnAt: Instant? = nil
    ) {
        self.number = number
        self.person = person
        self.validFrom = validFrom
        self.validTo = validTo
        self.withdrawnAt = withdrawnAt
    }
}

/// Why a certificate is not entered or withdrawn.
public enum CertificateRefusal: Error, Equatable, Sendable {
    /// Nobody of this name is admitted.
    case unknownPerson
    /// Certificates are for officers.
    case notAnOfficer
    /// It would end before it begins.
    case periodReversed
    /// The number stands in the register.
    case numberTaken
    /// There is no certificate of this number that still counts.
    case unknownNumber
}
