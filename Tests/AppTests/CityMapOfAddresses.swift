import Foundation
import Kernel
import Web

/// The addresses of a city by the route that answers them, found by following links as people do.
struct CityMapOfAddresses: Sendable {
    /// How many addresses of one route are kept, and how many of them are opened to look for links.
    private static let (keptMax, openedMax) = (12, 1)

    private let routes: [(route: Route, segments: [Substring])]
    /// Addresses that only take forms: what stands there is nobody's row.
    private let forms: Set<String>
    private var opened: [String: Int] = [:]
    private(set) var addresses: [String: [String]] = [:]

    /// What each of some roles is led to in the finished city, followed once for all tests.
    private static let followed = Task {
        try await TemporaryFolder.with { folder in
            let stage = try await CityStage(in: folder)
            var maps: [Role: CityMapOfAddresses] = [:]
            for role in Role.allCases {
                guard let seat = stage.seat(role) else { continue }
                var map = CityMapOfAddresses(stage.site.routes)
                try await map.follow(stage, as: seat)
                maps[role] = map
            }
            try stage.close()
            return maps
        }
    }

    static func all() async throws -> [Role: CityMapOfAddresses] { try await followed.value }

    init(_ routes: [Route]) {
        self.routes = routes.filter { $0.method == .get }.map { ($0, $0.path.split(separator: "/")) }
        let read = Set(self.routes.map(\.route.path))
        forms = Set(routes.filter { $0.method == .post }.map(\.path)).subtracting(read)
    }

    /// The route of an address without its query; a literal segment wins over a parameter.
    func route(of address: String) -> Route? {
        let path = address.prefix { $0 != "?" }
        guard !forms.contains(String(path)) else { return nil }
        let segments = path.split(separator: "/")
        return routes.filter { entry in
            entry.segments.count == segments.count
                && zip(entry.segments, segments).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }.min { left, right in
            left.segments.filter { $0.hasPrefix("{") }.count < right.segments.filter { $0.hasPrefix("{") }.count
        }?.route
    }

    /// Follows the links of everything that somebody sees, from the pages that have no parameter.
    mutating func follow(_ stage: CityStage, as seat: CityStage.Seat) async throws {
        var queue = routes.map(\.route.path).filter { !$0.contains("{") }
        // A form to enter something new is asked for by the row that it belongs to.
        for path in queue where !path.hasSuffix("/new") { keep(path, of: path) }
        var seen = Set(queue)
        opened = [:]
        while let address = queue.popLast() {
            guard let route = route(of: address), route.answer == .page, opened[route.path, default: 0] < Self.openedMax
            else { continue }
            opened[route.path, default: 0] += 1
            let body = try await stage.ask(seat, address, accept: "text/html").body
            for link in body.matches(of: /(?:href|action|data-chart)="(\/[^"#]*)/) {
                let found = String(link.1).replacing("&amp;", with: "&")
                guard let target = self.route(of: found), seen.insert(found).inserted else { continue }
                if target.path.contains("{") || target.path.hasSuffix("/new") { keep(found, of: target.path) }
                // An address whose query says more than its path is worth opening only where nothing else is known.
                if !found.contains("?") || opened[target.path] == nil { queue.append(found) }
            }
        }
    }

    /// The known addresses of a route's path; of one that no page leads to, those that lie beneath a known one.
    func known(_ path: String) -> [String] {
        if let own = addresses[path] { return own }
        var segments = path.split(separator: "/")
        var rest = ""
        while let last = segments.popLast(), !last.hasPrefix("{") {
            rest = "/\(last)" + rest
            // Beneath the first page lies everything; a path of one segment stands for itself.
            if segments.isEmpty { break }
            guard let above = addresses["/" + segments.joined(separator: "/")] else { continue }
            return above.map { String($0.prefix { $0 != "?" }) + rest }
        }
        if path.hasPrefix("/sensorthings/v1.1/{entity}") {
            return things(path.hasSuffix("{part}") ? "/Datastreams" : "")
        }
        return path.contains("{") ? [] : [path]
    }

    /// No page leads to the entities of SensorThings; they are named by their outlets.
    private func things(_ part: String) -> [String] {
        addresses["/outlets/{outlet}", default: []].map { address in
            let outlet = address.dropFirst("/outlets/".count).prefix { $0 != "?" }
            return "/sensorthings/v1.1/Things('\(outlet)')\(part)"
        }
    }

    /// Adds what another map knows.
    mutating func merge(_ other: CityMapOfAddresses) {
        for (path, found) in other.addresses { for address in found { keep(address, of: path) } }
    }

    private mutating func keep(_ address: String, of path: String) {
        guard addresses[path, default: []].count < Self.keptMax, !(addresses[path]?.contains(address) ?? false) else {
            return
        }
        addresses[path, default: []].append(address)
    }
}
