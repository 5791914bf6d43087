import Kernel

/// A registration request as it is kept.
struct Registration: Sendable, Equatable {
    let id: RegistrationID
    let hardware: String
    let cpu: String
    let macs: [String]
    /// Where it came from last, with and without the port.
    let remote: String
    let address: String
    let firstAt: Instant
    let lastAt: Instant
    let times: Int
    /// How often somebody claimed the same hardware with other particulars or another password, and from where last.
    let conflicts: Int
    let conflictAddress: String?
    /// What a person decided; nil while it waits.
    let acceptance: Acceptance?

    /// Who gave it which number.
    struct Acceptance: Sendable, Equatable {
        let device: DeviceNumber
        let outlet: OutletID
        let name: String
        let at: Instant
    }
}

/// Who decides when a logger asks for a new key (1014).
enum KeyPolicy: String, Sendable, CaseIterable {
    /// A city officer or an administrator, by one click on the logger's page.
    case people
    /// The platform, at once and within its limits.
    case platform

    /// Until an administrator says otherwise.
    static let standard = KeyPolicy.people
}
