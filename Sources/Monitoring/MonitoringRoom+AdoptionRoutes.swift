import Facts
import Kernel
import Persistence
import Web

extension MonitoringRoom {
    /// What the city adopted of the rules that are known from memory.
    var adoptionRoutes: [Route] {
        let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager])
        // Few are ever adopted: the list comes whole.
        let list = Route.list(
            "/rule-adoptions", summary: Phrase("规则的采用", "adoption of rules"), permission: readers, place: nil
        ) { visit, _ in try await adoptionsPage(visit) }
        return list + [
            Route(
                .post, "/rule-adoptions", summary: Phrase("登记采用规则", "record that a rule is adopted"),
                permission: .roles([.cityOfficer]), fields: AdoptionsPage.fields,
                onRefusal: { visit in .page(try await adoptionsPage(visit)) },
                handler: { visit in .redirect(try await adopt(visit)) }),
            Route(
                .post, "/rule-adoptions/end", summary: Phrase("提前终止采用", "end an adoption early"),
                permission: .roles([.cityOfficer]), fields: AdoptionsPage.endFields,
                onRefusal: { visit in .page(try await adoptionsPage(visit)) },
                handler: { visit in .redirect(try await endAdoption(visit)) }
            ).confirming { visit in try await endOfAdoption(visit) },
        ]
    }

    private func adoptionsPage(_ visit: Visit) async throws -> AdoptionsPage {
        let actor = try visit.signedIn()
        return AdoptionsPage(
            adoptions: try await database.read { try AdoptionStore.all($0) }, mayRecord: actor.role == .cityOfficer,
            refused: visit.refused)
    }

    /// Which adoption is to end, and what follows of it. Refuses what the desk would refuse.
    private func endOfAdoption(_ visit: Visit) async throws -> Asked {
        guard let number = visit.form["adoption"].flatMap({ Int64($0) }),
            let lastDay = visit.form["last_day"].flatMap({ CivilDate($0) })
        else { throw AdoptionRefusal.notFound }
        let today = visit.now.civil.date
        let known = try await database.read { access in
            try AdoptionDesk.adoption(number, endingOn: lastDay, today: today, in: access)
        }
        return AdoptionsPage.asked(known, lastDay: lastDay)
    }

    private func endAdoption(_ visit: Visit) async throws -> String {
        let actor = try visit.signedIn()
        guard let number = visit.form["adoption"].flatMap({ Int64($0) }),
            let lastDay = visit.form["last_day"].flatMap({ CivilDate($0) })
        else { throw AdoptionRefusal.notFound }
        let (desk, now, document) = (adoptionDesk, visit.now, visit.form["source"] ?? "")
        try await database.write { access in
            try desk.end(number, on: lastDay, by: document, author: .person(actor.person), now: now, in: access)
        }
        return "/rule-adoptions"
    }

    private func adopt(_ visit: Visit) async throws -> String {
        let actor = try visit.signedIn()
        guard let from = visit.form["valid_from"].flatMap({ CivilDate($0) }) else {
            throw AdoptionRefusal.daysInDisorder
        }
        let fact = RuleAdopted(
            rule: visit.form["rule"] ?? "", validFrom: from, validTo: visit.form["valid_to"].flatMap { CivilDate($0) },
            source: visit.form["source"] ?? "")
        let (desk, now) = (adoptionDesk, visit.now)
        try await database.write { access in
            try desk.record(fact, by: .person(actor.person), now: now, in: access)
        }
        return "/rule-adoptions"
    }
}
