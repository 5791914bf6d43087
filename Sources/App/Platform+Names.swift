import Access
import Kernel
import Monitoring
import Persistence
import Registry
import Standards
import Web

extension Platform {
    /// What filters by code offer: names of what lies in a person's sight, from the rooms that own them.
    var codeNames: CodeNames {
        let (registry, monitoring, access, database) = (registry, monitoring, access, database)
        return CodeNames([
            (
                .region,
                { actor, _ in
                    registry.regions.all.filter { actor.scope.allows(region: $0.code, enterprise: nil) }
                        .map { ($0.code.text, $0.name) }
                }
            ),
            (
                .outlet,
                { actor, namesMax in
                    try await database.read { access in
                        try registry.outlets(scope: Self.sight(of: actor), limit: namesMax, in: access).map { card in
                            let name = "\(card.enterpriseName) \(card.outlet.number) \(card.outlet.name)"
                            return (card.outlet.id.text, Phrase(name, name))
                        }
                    }
                }
            ),
            (
                .enterprise,
                { actor, namesMax in
                    try await database.read { access in
                        try registry.enterprises(scope: Self.sight(of: actor), limit: namesMax, in: access).map {
                            ($0.id.text, Phrase($0.name, $0.name))
                        }
                    }
                }
            ),
            (
                .factor,
                { _, _ in
                    try await database.read { access in
                        try monitoring.limitedFactors(in: access).map { ($0.code.text, $0.name) }
                    }
                }
            ),
            (
                .organisation,
                { actor, namesMax in
                    // Which organisation speaks for a lead unit is the office's to say.
                    guard actor.role == .cityOfficer else { return [] }
                    return try await access.organisations().filter { $0.kind != .enterprise }.prefix(namesMax)
                        .map { ($0.id.text, Phrase($0.name, $0.name)) }
                }
            ),
            (
                .person,
                { actor, namesMax in
                    // Who people are is for those who administer them.
                    let keepers: Set<Role> = [.administrator, .securityAdministrator, .auditAdministrator]
                    guard keepers.contains(actor.role) else { return [] }
                    return try await access.people().prefix(namesMax).map { ($0.id.text, Phrase($0.name, $0.name)) }
                }
            ),
        ])
    }

    /// Whose names somebody is offered. The system administrator enters enterprises as organisations and gives loggers
    /// to outlets; their names are public, their rows stay out of sight.
    private static func sight(of actor: Actor) -> Scope { actor.role == .administrator ? .city : actor.scope }
}
