import Facts
import Kernel
import Persistence
import Web

/// The sets at the root: every datastream and every observation in sight. Without an order and a count they are walked
/// through part by part; with one of them everything must be looked at, so the bound of one answer holds.
extension SensorThingsRoom {
    /// Goes through streams until the body says no.
    typealias StreamsOfWalk =
        @Sendable (_ access: any ReadAccess, _ body: (MonitoredDatastream) throws -> Bool) throws -> Void

    func allDatastreams(_ visit: Visit, _ scope: Scope) async throws -> Reply {
        let options = try SensorOptions(visit, fields: SensorDatastream.fields)
        let token = try options.token.map(Self.datastreamID)
        let (sources, language, addresses) = (sources, visit.language, SensorAddress(visit))
        if options.isUnordered, !options.counts {
            let walk = try await database.read { access in
                var walk = SensorWalk<SensorDatastream>(options)
                try Self.forEachStream(from: token, scope, sources, access) { stream in
                    if stream.id == token { return true }
                    let entity = SensorDatastream(stream, addresses, language)
                    return walk.look(at: entity, id: entity.id, value: { $0.field($1) })
                }
                return walk
            }
            return Self.reply(walk, visit)
        }
        let found = try await database.read { access in
            var found: [MonitoredDatastream] = []
            try Self.forEachStream(from: nil, scope, sources, access) { stream in
                found.append(stream)
                return found.count <= SensorOptions.lookedAtMax
            }
            return found
        }
        if found.count > SensorOptions.lookedAtMax { throw SensorRefusal.tooMany }
        return list(found.map { SensorDatastream($0, addresses, language) }, options, visit) { $0.field($1) }
    }

    func allObservations(_ visit: Visit, _ scope: Scope) async throws -> Reply {
        let options = try SensorOptions(visit, fields: SensorObservation.fields)
        let (sources, window, addresses) = (sources, Self.window(options, visit.now), SensorAddress(visit))
        let token = try options.token.map(Self.observationID)?.stream
        if options.isUnordered, !options.counts {
            return try await walk(options, visit, scope) { access, body in
                try Self.forEachStream(from: token, scope, sources, access, body)
            }
        }
        let found = try await database.read { access in
            var found: [SensorObservation] = []
            try Self.forEachStream(from: nil, scope, sources, access) { stream in
                let left = SensorOptions.lookedAtMax + 1 - found.count
                found += try sources.values(
                    of: stream.id, within: window, newestFirst: false, limit: left, scope: scope, in: access
                ).map { SensorObservation($0, of: stream.id, addresses) }
                return found.count <= SensorOptions.lookedAtMax
            }
            return found
        }
        if found.count > SensorOptions.lookedAtMax { throw SensorRefusal.tooMany }
        return list(found, options, visit) { $0.field($1) }
    }

    /// The observations of streams, one stream after the other and each in order of time.
    func walk(
        _ options: SensorOptions, _ visit: Visit, _ scope: Scope, over streams: @escaping StreamsOfWalk
    ) async throws -> Reply {
        let token = try options.token.map(Self.observationID)
        let (sources, window, addresses) = (sources, Self.window(options, visit.now), SensorAddress(visit))
        let walk = try await database.read { access in
            var walk = SensorWalk<SensorObservation>(options)
            try streams(access) { stream in
                var first = window.lowerBound
                if let token, token.stream == stream.id { first = max(first, token.start.adding(milliseconds: 1)) }
                guard first <= window.upperBound else { return true }
                let values = try sources.values(
                    of: stream.id, within: first...window.upperBound, newestFirst: false,
                    limit: walk.lookedAtLeft + 1, scope: scope, in: access)
                for value in values {
                    let entity = SensorObservation(value, of: stream.id, addresses)
                    guard walk.look(at: entity, id: entity.id, value: { $0.field($1) }) else { return false }
                }
                return true
            }
            return walk
        }
        return Self.reply(walk, visit)
    }

    /// The times that a filter leaves; nothing is later than the day that has begun.
    static func window(_ options: SensorOptions, _ now: Instant) -> ClosedRange<Instant> {
        let bounds = options.filter?.window(of: "phenomenonTime")
        let first = bounds?.from ?? Instant(milliseconds: 0)
        return first...max(first, bounds?.to ?? now.adding(hours: MeanPeriod.day.hours))
    }

    /// Goes through the streams in sight, outlet by outlet and from one on, until the body says no.
    private static func forEachStream(
        from first: DatastreamID?, _ scope: Scope, _ sources: any SensorSources, _ access: any ReadAccess,
        _ body: (MonitoredDatastream) throws -> Bool
    ) throws {
        for thing in try sources.things(scope: scope, limit: .max, in: access)
        where first.map({ thing.outlet >= $0.outlet }) ?? true {
            let own = try sources.datastreams(of: thing.outlet, scope: scope, in: access)
            let begin = own.firstIndex { $0.id == first } ?? 0
            for stream in own[begin...] { guard try body(stream) else { return } }
        }
    }

    private static func reply<Entity: Encodable & Sendable>(_ walk: SensorWalk<Entity>, _ visit: Visit) -> Reply {
        .json(
            SensorList(
                count: nil, nextLink: walk.next.map { visit.siteAddress + visit.address(with: "$skiptoken", $0) },
                value: walk.shown))
    }

    private static func datastreamID(_ token: String) throws -> DatastreamID {
        guard let id = DatastreamID(token) else { throw SensorRefusal.wrongValue(option: "$skiptoken") }
        return id
    }

    private static func observationID(_ token: String) throws -> (stream: DatastreamID, start: Instant) {
        guard let found = SensorPath.observation(token) else {
            throw SensorRefusal.wrongValue(option: "$skiptoken")
        }
        return found
    }
}
