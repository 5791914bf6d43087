import Access
import Governance
import Kernel
import Persistence
import Registry

extension Platform {
    /// How enterprises stand, for those who may rely on them.
    var standing: StandingSite {
        StandingSite(
            room: registry, database: database,
            sources: StandingWiring(monitoring: monitoring, supervision: supervision), entropy: entropy)
    }

    /// Where the day of a liaison begins: banks ask, lead units see their tasks, the leading group sees the whole. Nil
    /// for whoever has no page of their own yet.
    func liaisonHome(of person: PersonID) async throws -> String? {
        let governance = governance
        return try await database.read { access in
            guard let place = try People.person(person, in: access)?.organisation,
                let kind = try Organisations.organisation(place, in: access)?.kind
            else { return nil }
            return switch kind {
            case .bank: "/standing"
            case .leadUnit: try governance.speaksForUnit(place.text, in: access) ? "/governance/mine" : "/governance"
            case .cityBureau, .branch, .areaOffice, .enterprise, .institution: nil
            }
        }
    }
}
