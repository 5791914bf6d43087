public import Kernel

/// Why a file proves no service of an order.
public enum ProofLack: Error, Equatable, Sendable {
    /// It is no file of the case.
    case unknown
    /// The enterprise filed it.
    case ofEnterprise
    /// It was filed before the order was made.
    case beforeOrder(Instant)

    /// What a file lacks to prove the service of the newest order of a case; nil for nothing.
    init?(of file: EvidenceFile, for subject: SupervisionCase) {
        guard [.branchOfficer, .cityOfficer].contains(file.role) else {
            self = .ofEnterprise
            return
        }
        guard let ordered = subject.order?.at, file.at < ordered else { return nil }
        self = .beforeOrder(ordered)
    }
}
