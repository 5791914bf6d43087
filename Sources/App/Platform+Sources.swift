public import Facts
public import Gateway
import Kernel
import Monitoring
import Persistence
public import Registry

extension Platform {
    /// An outlet to be entered into the register, with whoever answers for it.
    public struct Source: Sendable {
        /// The enterprise; entered with the first of its outlets.
        public let enterprise: Enterprise
        /// The outlet.
        public let outlet: Outlet
        /// What its data logger sends as PW.
        public let devicePassword: String
        /// A limit of the outlet; nil for none.
        public let limit: LimitRecorded?

        /// An outlet to be entered.
        public init(enterprise: Enterprise, outlet: Outlet, devicePassword: String, limit: LimitRecorded? = nil) {
            self.enterprise = enterprise
            self.outlet = outlet
            self.devicePassword = devicePassword
            self.limit = limit
        }
    }

    /// Enters outlets in one transaction: all of them or none.
    public func enter(_ sources: [Source], by author: FactAuthor) async throws {
        let (registry, monitoring) = (registry, monitoring)
        try await database.write { access in
            var entered: Set<EnterpriseID> = []
            for source in sources {
                let enterprise = source.enterprise
                if entered.insert(enterprise.id).inserted {
                    try registry.register(enterprise, by: author, in: access)
                }
                try registry.register(
                    source.outlet, of: enterprise, devicePassword: source.devicePassword, by: author, in: access)
                guard let limit = source.limit else { continue }
                let subject = FactSubject(
                    enterprise: enterprise.id, region: enterprise.region, reference: source.outlet.id.text)
                try monitoring.recordLimit(limit, about: subject, by: author, in: access)
            }
        }
    }

    /// Where a gateway hands in what arrives.
    public var intake: any FrameIntake {
        GatewayWiring(
            database: database, monitoring: monitoring, devices: devices, health: health, keyRing: keyRing,
            clock: clock)
    }
}
