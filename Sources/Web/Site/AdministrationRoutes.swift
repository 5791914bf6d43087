import Access
import Facts
import Kernel

/// What the system administrator does: organisations and people. Roles are the security administrator's.
struct AdministrationRoutes {
    let access: AccessRoom
    let regions: RegionNames

    private static let system = Permission.roles([.administrator])
    private static let keepers = Permission.roles([.administrator, .securityAdministrator])

    var all: [Route] {
        organisations + people + [newOrganisation, newPerson, person]
            + DepartureRoutes(access: access, regions: regions).all
    }

    private var organisations: [Route] {
        Route.list(
            "/organisations", summary: Phrase("单位", "organisations"), permission: Self.system, place: nil
        ) { visit, _ in try await organisationsPage(visit) }
    }

    private var newOrganisation: Route {
        Route(
            .post, "/organisations", summary: Phrase("登记单位", "enter an organisation"), permission: Self.system,
            fields: OrganisationsPage.fields, onRefusal: { visit in .page(try await organisationsPage(visit)) },
            handler: { visit in
                guard let id = OrganisationID(visit.form["organisation"] ?? "") else {
                    throw Problem.noCode("organisation")
                }
                guard let kind = Organisation.Kind(rawValue: visit.form["kind"] ?? "") else {
                    throw AccessRefusal.unknownOrganisation
                }
                let region = visit.form["region"].flatMap { RegionCode($0) }
                guard region != nil || visit.form["region"] == nil else { throw Problem.noCode("region") }
                let enterprise = visit.form["enterprise"].flatMap { EnterpriseID($0) }
                guard enterprise != nil || visit.form["enterprise"] == nil else { throw Problem.noCode("enterprise") }
                try await access.record(
                    Organisation(
                        id: id, name: visit.form["name"] ?? "", kind: kind, region: region, enterprise: enterprise),
                    by: .person(try visit.signedIn().person))
                return .redirect("/organisations")
            })
    }

    private var people: [Route] {
        Route.list(
            "/people", summary: Phrase("人员名单与近期登录", "people and recent sign-ins"), permission: Self.keepers,
            query: PeopleFilter.fields, place: "after", .of(PersonID.self, like: "P-0A1B2C3D"),
            lines: Self.peopleShown, content: .personal, page: peoplePage)
    }

    /// How many people a part of the list shows.
    private static let peopleShown = 100

    private var newPerson: Route {
        Route(
            .post, "/people", summary: Phrase("登记人员", "enter a person"), permission: Self.system,
            fields: PeoplePage.fields, onRefusal: { visit in .page(try await peoplePage(visit, Self.peopleShown)) },
            handler: { visit in
                let organisation = try await access.organisation(typed: visit.form["organisation"] ?? "").id
                guard let login = Login(typed: visit.form["login"] ?? "") else { throw Problem.noCode("login") }
                guard let role = Role(rawValue: visit.form["role"] ?? "") else { throw AccessRefusal.roleElsewhere }
                let person = try await access.propose(
                    name: visit.form["name"] ?? "", login: login, role: role, in: organisation,
                    by: .person(try visit.signedIn().person))
                return .redirect("/people/\(person.id)")
            })
    }

    private var person: Route {
        Route.page(
            "/people/{person}", summary: Phrase("人员", "a person"), permission: Self.keepers
        ) { visit in try await PersonPage.of(visit, access, regions) }
    }

    private func organisationsPage(_ visit: Visit) async throws -> OrganisationsPage {
        OrganisationsPage(organisations: try await access.organisations(), refused: visit.refused, regions: regions)
    }

    private func peoplePage(_ visit: Visit, _ rowsMax: Int) async throws -> PeoplePage {
        let filter = PeopleFilter(visit)
        let part = ListPart(
            try await access.people().filter(filter.shows), behind: visit.query("after"), rowsMax: rowsMax,
            by: \.id.text)
        return PeoplePage(
            people: part.rows, filter: filter, organisations: try await access.organisations(),
            factors: try await access.secondFactors(), records: try await access.recentSignIns(limit: 50),
            mayEnter: visit.actor?.role == .administrator,
            next: part.last.map { visit.address(with: "after", $0.id.text) }, refused: visit.refused, regions: regions)
    }
}

extension Problem {
    /// A code that is none.
    static func noCode(_ field: String) -> Problem {
        Problem(
            status: 422, rule: "ACC-FORM", field: field, what: Phrase("编号格式不正确", "this is no code"),
            remedy: Phrase(
                "请只用字母、数字和 . _ -，登录名 2 至 64 位，编号最多 32 位",
                "use letters, digits and . _ -; a login has 2 to 64, a code at most 32"))
    }
}
