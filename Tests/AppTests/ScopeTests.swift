import Foundation
import TestMaterial
import Testing

extension ProgramTests {
    /// Everybody of the demonstration asks for every page there is, and gets what is theirs.
    struct ScopeTests {
        /// What there is to be seen in the city, as its officer sees it.
        private struct City {
            struct Firm {
                let id: String
                let name: String
                let outlet: String
                let region: String
                /// Its cases, decisions and frames, as the addresses of their pages.
                var pages: [String]
                var cases: [String] = []
            }

            var firms: [Firm] = []
            let people: [Seat]
        }

        private struct Seat {
            let id: String
            let role: String
            let region: String?
            let enterprise: String?

            /// Administrators and liaisons see no business rows.
            var hasNoRows: Bool { role.hasSuffix("administrator") || role == "liaison" }

            func sees(_ firm: City.Firm) -> Bool {
                role == "city-officer" || firm.id == enterprise || firm.region == region
            }
        }

        @Test func `everybody sees their own rows and no others`() async throws {
            try await FinishedCity.served { program, _ in
                let city = try await survey(program.webPort)
                #expect(city.firms.count == 12 && city.people.count == 63)
                #expect(city.firms.filter { $0.pages.contains { $0.hasPrefix("/decisions/") } }.count >= 9)
                // The liaisons of lead units are alike: one of them stands for all.
                for seat in city.people where !seat.id.hasPrefix("P-UNIT-") || seat.id == "P-UNIT-02" {
                    let caller = try await Caller(program.webPort, as: seat.id)
                    if seat.hasNoRows {
                        try await expectNoBusiness(seat, caller, city)
                    } else {
                        try await expectOwnRows(seat, caller, city)
                    }
                }
            }
        }

        private func survey(_ port: Int) async throws -> City {
            let officer = try await Caller(port, as: "P-CITY-1")
            let people = try await Caller(port).get("/demo").json["people"] as? [[String: Any]] ?? []
            var city = City(
                people: people.map { entry in
                    Seat(
                        id: entry["id"] as? String ?? "", role: entry["role"] as? String ?? "",
                        region: entry["region"] as? String, enterprise: entry["enterprise"] as? String)
                })
            let cases = try await officer.get("/cases?state=all")
            let devices = try await officer.get("/enterprises")
            for (id, name) in zip(devices.texts("enterprises", "enterprise"), devices.texts("enterprises", "name")) {
                let outlet = "\(id)-DA001"
                let frame = try #require(try await officer.get("/outlets/\(outlet)").texts("hours", "frame").first)
                let own = zip(cases.texts("cases", "caseID"), cases.texts("cases", "outlet"))
                    .filter { $0.1.hasPrefix("\(id)-") }
                var pages = ["/enterprises/\(id)", "/outlets/\(outlet)", "/outlets/\(outlet)/chart"]
                pages.append("/outlets/\(outlet)/frames/\(frame)")
                pages.append("/outlets/\(outlet)/computed")
                for (number, _) in own {
                    let page = try await officer.get("/cases/\(number)", accept: "text/html").body
                    pages.append("/cases/\(number)")
                    pages.append(String(try #require(page.firstMatch(of: /\/decisions\/\w+/)).output))
                }
                // The middle of the code is the region that the demonstration put the firm into.
                let credit = try #require(try await officer.get("/enterprises/\(id)").text("creditCode"))
                city.firms.append(
                    .init(
                        id: id, name: name, outlet: outlet, region: String(credit.dropFirst(2).prefix(6)),
                        pages: pages, cases: own.map(\.0)))
            }
            return city
        }

        private func expectOwnRows(_ seat: Seat, _ caller: Caller, _ city: City) async throws {
            let own = city.firms.filter { seat.sees($0) }
            #expect(own.count == ["city-officer": 12, "branch-officer": 2, "enterprise-manager": 1][seat.role])
            for firm in city.firms {
                for page in firm.pages {
                    let status = try await caller.get(page).status
                    #expect(status == (seat.sees(firm) ? 200 : 404), "\(seat.id) asks for \(page)")
                }
            }
            let listed = try await caller.get("/cases?state=all").texts("cases", "caseID")
            #expect(Set(listed) == Set(own.flatMap(\.cases)), "\(seat.id)")
            let duties = try await caller.get("/todo").texts("duties", "caseID")
            #expect(Set(duties).isSubset(of: own.flatMap(\.cases)), "\(seat.id)")

            let states = try await caller.get("/states?standing=all").texts("states", "enterprise")
            #expect(Set(states).isSubset(of: own.map(\.id)), "\(seat.id)")

            let isOfficer = seat.role != "enterprise-manager"
            for page in ["/desk", "/enterprises", "/devices", "/suspicions", "/quarantine", "/people"] {
                let status = try await caller.get(page).status
                #expect(status == (isOfficer && page != "/people" ? 200 : 403), "\(seat.id) asks for \(page)")
            }
            if isOfficer {
                let enterprises = try await caller.get("/enterprises").texts("enterprises", "enterprise")
                #expect(Set(enterprises) == Set(own.map(\.id)), "\(seat.id)")
            }
            try await expectNoForeignWord(seat, caller, city)
        }

        /// No page that people read names what is not in sight: a firm, an outlet, a case.
        private func expectNoForeignWord(_ seat: Seat, _ caller: Caller, _ city: City) async throws {
            let foreign = city.firms.filter { !seat.sees($0) }
            let own = city.firms.filter { seat.sees($0) }
            let lists = [
                "/desk", "/todo", "/cases?state=all", "/states?standing=all", "/enterprises", "/devices", "/suspicions",
                "/quarantine", "/todo.csv", "/sensorthings/v1.1/Datastreams?$top=1000",
                "/sensorthings/v1.1/Observations?$top=1000&$filter=result%20ne%20-1",
            ]
            let pages = lists + own.flatMap(\.pages)
            for page in pages {
                let body = try await caller.get(page, accept: "text/html").body
                let words = foreign.flatMap { [$0.name, $0.outlet] + $0.cases }.filter { body.contains($0) }
                #expect(words == [], "\(seat.id) reads \(page)")
            }
        }

        private func expectNoBusiness(_ seat: Seat, _ caller: Caller, _ city: City) async throws {
            let lists = ["/desk", "/desk/events", "/todo", "/cases", "/enterprises", "/devices"]
            let pages = lists + city.firms.flatMap(\.pages)
            for page in pages {
                let answer = try await caller.get(page)
                #expect(answer.status == 403 && answer.text("rule") == "WEB-ROLE", "\(seat.id) asks for \(page)")
            }
            guard ["administrator", "security-administrator"].contains(seat.role) else {
                #expect(try await caller.get("/people").status == 403, "\(seat.id)")
                return
            }
            #expect(try await caller.get("/people").texts("people", "id").count == city.people.count)
        }

        @Test func `a live desk tells of its own region only`() async throws {
            try await FinishedCity.served { program, folder in
                let devices = try await RegisteredDevice.all(in: folder.path + "/city/jianhu-demo.sqlite")
                // Two firms whose day was calm, so that a high hour is news.
                let own = try #require(devices.first { $0.outlet == "E0008-DA001" })
                let other = try #require(devices.first { $0.outlet == "E0012-DA001" })
                #expect(own.region == "330624" && other.region != own.region)
                let branch = try await Caller(program.webPort, as: "P-BRANCH-4")
                let desk = try await branch.listen(to: "/desk/events")
                for device in [other, own] {
                    try device.password.write(toFile: folder.path + "/pw", atomically: true, encoding: .utf8)
                    let run = try await CommandRun.of(
                        [
                            "hj212", "send", "--to", "127.0.0.1:\(program.gatewayPort)", "--mn", device.number,
                            "--pw-file", "pw", "--st", "31", "--cn", "2061", "--data-time", "last-hour",
                            "--set", "a21026-ZsAvg=999.0", "--set", "a21026-Flag=N",
                        ], in: folder)
                    #expect(run.exitCode == 0, "\(run.complaint)")
                }
                let link = "href=\"/outlets/\(own.outlet)?factor=a21026\""
                let news = try await OffPool.run { desk.receive { $0.contains(link) } }
                #expect(news.contains(link))
                #expect(!news.contains(other.outlet))
            }
        }
    }
}
