import Kernel

/// Where a device stands, as lists show it: written by the watch, read by the pages.
struct DeviceStanding: Sendable, Equatable {
    let device: DeviceNumber
    let outlet: OutletID
    let outletTitle: String
    let enterprise: EnterpriseID
    let enterpriseName: String
    let region: RegionCode
    /// What is wrong now.
    let findings: [HealthFindingKind]
    let lastSeenAt: Instant?
    /// Receipt − QN, milliseconds.
    let drift: Int64?
    let minutes: Capture?
    let minuteStep: Int
    let hours: Capture?
    let frames: Int
    let failures: Int
    let repeated: Int
    let resent: Int
    let lowered: Int
    let dialect: String?
    /// When the watch looked last.
    let lookedAt: Instant

    var state: DeviceState { DeviceState(findings) }
}
