import Access
import Kernel
import Monitoring
import Persistence
import Registry
import Supervision

/// Supervision's questions, answered by the register and by Monitoring.
struct SupervisionWiring: CaseSurroundings, OfficerRegister {
    let registry: RegistryRoom
    let monitoring: MonitoringRoom

    /// The place is shown with a case that is itself in sight, so it is asked for without a scope of its own.
    func place(of outlet: OutletID, in access: any ReadAccess) throws -> CasePlace? {
        try registry.outlet(outlet, scope: .city, in: access).map { card in
            CasePlace(
                outletTitle: "\(card.outlet.number) \(card.outlet.name)", enterpriseName: card.enterpriseName,
                regionName: registry.regions.name(of: card.region),
                branchName: registry.regions.region(card.region)?.branch ?? registry.regions.name(of: card.region))
        }
    }

    func evidence(of episode: EpisodeID, scope: Scope, in access: any ReadAccess) throws -> CaseEvidence? {
        try monitoring.evidence(of: episode, scope: scope, in: access).map { evidence in
            CaseEvidence(
                decision: evidence.decision,
                hours: evidence.hours.map { hour in
                    CaseEvidence.Hour(
                        hour: hour.hour, value: hour.value, limit: hour.limit, mark: hour.mark,
                        exceeds: hour.exceeds, frame: hour.frame)
                })
        }
    }

    func officers(of region: RegionCode, in access: any ReadAccess) throws -> [CertifiedOfficer] {
        try Certificates.officers(of: region, in: access).map { person, certificates in
            CertifiedOfficer(
                person: person.id, name: person.name,
                certificates: certificates.map { certificate in
                    CertifiedOfficer.Certificate(
                        number: certificate.number.text, from: certificate.validFrom, to: certificate.validTo)
                })
        }
    }
}
