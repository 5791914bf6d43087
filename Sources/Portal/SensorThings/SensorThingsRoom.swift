import Facts
import Kernel
public import Persistence
public import Web

/// A read face of OGC SensorThings 1.1 over outlets and their legal means, for programs that know no HJ 212.
///
/// It holds Things, Datastreams and Observations; `docs/interfaces.md` says what of the standard is left out.
public struct SensorThingsRoom: Sendable {
    let database: any Database
    let sources: any SensorSources

    /// A face over these sources.
    public init(database: any Database, sources: any SensorSources) {
        self.database = database
        self.sources = sources
    }

    /// The root, lists and entities.
    public var routes: [Route] {
        let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager])
        let options: [FormField] = [
            .filter("$filter", Phrase("筛选", "Which to show"), .text(max: 500)),
            .filter("$orderby", Phrase("排序，可列多个字段", "Order, by one field or several"), .text(max: 500)),
            .filter("$top", Phrase("至多几条", "How many at most"), .text(max: 500)),
            .filter("$skip", Phrase("跳过几条", "How many to pass over"), .text(max: 500)),
            .filter("$count", Phrase("是否给出总数", "Whether to count them"), .text(max: 500)),
            .filter(
                "$skiptoken", Phrase("续列位置，由 nextLink 给出", "Where a part begins, as nextLink says"), .text(max: 200)),
        ]
        let answers = JSONForm.oneOf([
            JSONForm(of: SensorList<SensorThing>.self), JSONForm(of: SensorThing.self),
            JSONForm(of: SensorList<SensorDatastream>.self), JSONForm(of: SensorDatastream.self),
            JSONForm(of: SensorList<SensorObservation>.self), JSONForm(of: SensorObservation.self),
        ])
        return [
            Route.json(
                SensorAddress.path, summary: Phrase("SensorThings 1.1 入口", "SensorThings 1.1, the root"),
                permission: readers
            ) { visit in SensorRoot(SensorAddress(visit)) },
            Route(
                .get, SensorAddress.path + "/{entity}",
                summary: Phrase("SensorThings 实体", "SensorThings entities"), permission: readers, query: options,
                answer: .json, content: answers
            ) { visit in try await answer(visit, part: nil) },
            Route(
                .get, SensorAddress.path + "/{entity}/{part}",
                summary: Phrase("SensorThings 关联实体", "SensorThings related entities"), permission: readers,
                query: options, answer: .json, content: answers
            ) { visit in try await answer(visit, part: try visit.parameter("part")) },
        ]
    }

    private func answer(_ visit: Visit, part: String?) async throws -> Reply {
        guard let path = SensorPath(try visit.parameter("entity"), part: part) else { throw Problem.notFound }
        let scope = try visit.signedIn().scope
        switch path {
        case .things: return try await things(visit, scope)
        case .allDatastreams: return try await allDatastreams(visit, scope)
        case .allObservations: return try await allObservations(visit, scope)
        case .thing(let outlet): return try await .json(SensorThing(thing(outlet, scope), SensorAddress(visit)))
        case .thingOf(let stream):
            _ = try await datastream(stream, scope)
            return try await .json(SensorThing(thing(stream.outlet, scope), SensorAddress(visit)))
        case .datastreams(let outlet): return try await datastreams(of: outlet, visit, scope)
        case .datastream(let stream), .datastreamOf(let stream):
            return .json(SensorDatastream(try await datastream(stream, scope), SensorAddress(visit), visit.language))
        case .observations(let stream): return try await observations(of: stream, visit, scope)
        case .observation(let stream, let start): return try await observation(stream, at: start, visit, scope)
        }
    }

    private func thing(_ outlet: OutletID, _ scope: Scope) async throws -> MonitoredThing {
        let found = try await database.read { [sources] in try sources.thing(outlet, scope: scope, in: $0) }
        guard let found else { throw Problem.notFound }
        return found
    }

    private func things(_ visit: Visit, _ scope: Scope) async throws -> Reply {
        let options = try SensorOptions(visit, fields: SensorThing.fields)
        let found = try await database.read { [sources] in
            try sources.things(scope: scope, limit: SensorOptions.lookedAtMax + 1, in: $0)
        }
        if found.count > SensorOptions.lookedAtMax { throw SensorRefusal.tooMany }
        let addresses = SensorAddress(visit)
        return list(found.map { SensorThing($0, addresses) }, options, visit) { $0.field($1) }
    }

    private func datastream(_ stream: DatastreamID, _ scope: Scope) async throws -> MonitoredDatastream {
        let found = try await database.read { [sources] in
            try sources.datastreams(of: stream.outlet, scope: scope, in: $0).first { $0.id == stream }
        }
        guard let found else { throw Problem.notFound }
        return found
    }

    private func datastreams(of outlet: OutletID, _ visit: Visit, _ scope: Scope) async throws -> Reply {
        _ = try await thing(outlet, scope)
        let options = try SensorOptions(visit, fields: SensorDatastream.fields)
        let found = try await database.read { [sources] in
            try sources.datastreams(of: outlet, scope: scope, in: $0)
        }
        let addresses = SensorAddress(visit)
        return list(found.map { SensorDatastream($0, addresses, visit.language) }, options, visit) { $0.field($1) }
    }

    private func observations(of stream: DatastreamID, _ visit: Visit, _ scope: Scope) async throws -> Reply {
        let options = try SensorOptions(visit, fields: SensorObservation.fields)
        let known = try await datastream(stream, scope)
        let window = Self.window(options, visit.now)
        if options.isUnordered, !options.counts {
            return try await walk(options, visit, scope) { _, body in _ = try body(known) }
        }
        // In order of time the database counts off what is asked for; anything else must look at every value.
        let isPlain = options.filter == nil && options.order[0].field == "phenomenonTime" && !options.counts
        let limit = isPlain ? options.skip + options.top + 1 : SensorOptions.lookedAtMax + 1
        let newestFirst = options.order[0].field == "phenomenonTime" && options.order[0].isDescending
        let found = try await database.read { [sources] in
            try sources.values(
                of: stream, within: window, newestFirst: newestFirst, limit: limit, scope: scope, in: $0)
        }
        if !isPlain, found.count > SensorOptions.lookedAtMax { throw SensorRefusal.tooMany }
        let addresses = SensorAddress(visit)
        return list(found.map { SensorObservation($0, of: stream, addresses) }, options, visit) { $0.field($1) }
    }

    private func observation(
        _ stream: DatastreamID, at start: Instant, _ visit: Visit, _ scope: Scope
    ) async throws -> Reply {
        _ = try await datastream(stream, scope)
        let found = try await database.read { [sources] in
            try sources.values(
                of: stream, within: start...start, newestFirst: false, limit: 1, scope: scope, in: $0)
        }
        guard let value = found.first else { throw Problem.notFound }
        return .json(SensorObservation(value, of: stream, SensorAddress(visit)))
    }

    func list<Entity: Encodable & Sendable>(
        _ entities: [Entity], _ options: SensorOptions, _ visit: Visit,
        field: (Entity, String) -> SensorLiteral?
    ) -> Reply {
        let chosen = options.chosen(of: entities, value: field)
        let next = options.skip + chosen.shown.count
        let goesOn = chosen.hasMore && next <= SensorOptions.lookedAtMax && !chosen.shown.isEmpty
        return .json(
            SensorList(
                count: options.counts ? chosen.count : nil,
                nextLink: goesOn ? visit.siteAddress + visit.address(with: "$skip", "\(next)") : nil,
                value: chosen.shown))
    }
}
