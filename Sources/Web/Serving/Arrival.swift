import Access
import Hummingbird
import Kernel

/// What is known of a request before its route is: where to, in which language, for whom.
struct Arrival: Sendable {
    let path: String
    let queryPairs: [(name: String, value: String)]
    /// Whether the address was too long, or its query could not be read.
    let problem: Problem?
    let cookies: Cookies
    /// The language that the address or this browser asks for.
    private let askedLanguage: Language?
    /// The type that the address or this browser asks for.
    private let askedType: TypeSize?
    let wantsJSON: Bool
    /// Preferences to be remembered, as Set-Cookie values.
    let preferences: [String]
    /// The page to lead back to.
    let returnPath: String
    /// The position of the last live event a returning browser has heard.
    let lastEvent: Int64?
    /// What an Authorization header carries; nil without one. With it cookies count for nothing.
    let bearer: String?
    /// Where the request came from.
    let origin: VisitOrigin
    /// Whether it asks to read, not to change.
    let isReading: Bool
    /// The site's address; without one in the settings the host that the request names.
    private let siteAddress: String

    init(_ request: Request, peer: String, settings: WebSettings) {
        let authorization = request.headers[.authorization]
        bearer = authorization.map { header in
            header.lowercased().hasPrefix("bearer ") ? String(header.dropFirst(7).filter { $0 != " " }) : ""
        }
        origin = VisitOrigin(
            address: Self.address(of: request, peer: peer, settings: settings),
            agent: String((request.headers[.userAgent] ?? "").unicodeScalars.filter { $0.value >= 0x20 }))
        let isTooLong = (request.head.path ?? "").utf8.count > WebSettings.addressBytesMax
        let pairs = isTooLong ? [] : PercentCoding.pairs(request.uri.query ?? "", max: 100)
        problem = isTooLong ? .addressTooLong : pairs == nil ? .brokenQuery : nil
        path = isTooLong ? "/" : request.uri.path
        cookies = Cookies(header: request.headers[.cookie])

        // A switch in the address counts now and is remembered; it is no part of the page's own query.
        func asked(_ name: String) -> String? { pairs?.first { $0.name == name }?.value }
        let askedLanguage = asked("lang").flatMap(Language.init)
        let askedType = asked("type").flatMap(TypeSize.init)
        queryPairs = (pairs ?? []).filter { $0.name != "lang" && $0.name != "type" }
        self.askedLanguage = askedLanguage ?? cookies.values["lang"].flatMap(Language.init)
        self.askedType = askedType ?? cookies.values["type"].flatMap(TypeSize.init)
        preferences = [
            askedLanguage.map { Cookies.preference("lang", $0.rawValue, settings) },
            askedType.map { Cookies.preference("type", $0.rawValue, settings) },
        ].compactMap { $0 }

        lastEvent = request.headers.first { $0.name.canonicalName == "last-event-id" }.flatMap { Int64($0.value) }
        let isJSONBody = request.headers[.contentType]?.lowercased().hasPrefix("application/json") ?? false
        wantsJSON =
            authorization != nil
            || Accept.prefersJSON(request.headers[.accept] ?? (isJSONBody ? "application/json" : nil))
        siteAddress = settings.origin ?? "http://\(request.head.authority ?? "\(settings.host):\(settings.port)")"
        isReading = request.method == .get || request.method == .head
        let sender = request.headers[.referer].flatMap(OriginCheck.localPart)
        returnPath = isReading ? path : sender.map { String($0.prefix { $0 != "?" }) } ?? "/"
    }

    /// The sender's address. Behind a proxy of this machine, which an `origin` tells of, it is what that proxy says;
    /// what came before the proxy's own word is anybody's.
    private static func address(of request: Request, peer: String, settings: WebSettings) -> String {
        guard settings.origin != nil, ["127.0.0.1", "::1"].contains(peer) else { return peer }
        let forwarded = request.headers.last { $0.name.canonicalName == "x-forwarded-for" }?.value
        let last = forwarded?.split(separator: ",").last.map { $0.filter { !$0.isWhitespace } } ?? ""
        let isPlain = !last.isEmpty && last.allSatisfy { $0.isHexDigit || $0 == "." || $0 == ":" }
        return isPlain ? last : peer
    }

    /// What was asked for, as the audit keeps it: of a list that is taken away the filter is part of the act.
    var acted: String {
        let query = queryPairs.map { "\(PercentCoding.encode($0.name))=\(PercentCoding.encode($0.value))" }
        return isReading && !query.isEmpty ? path + "?" + query.joined(separator: "&") : path
    }

    /// The visit of a route by somebody. Language and type: what the address says counts before what this browser
    /// remembers, and that before the person's profile.
    func visit(
        by visitor: Visitor?, token: String?, at now: Instant, parameters: [String: String] = [:],
        form: [String: String] = [:], next: String? = nil
    ) -> Visit {
        let profile = visitor?.preferences ?? .none
        return Visit(
            actor: visitor?.actor, owed: visitor?.owed, origin: origin,
            language: askedLanguage ?? profile.language ?? .chinese, now: now,
            wantsJSON: wantsJSON, path: path, form: form, refused: nil, lastEvent: lastEvent,
            csrfToken: visitor?.csrfToken ?? "", sessionToken: visitor == nil ? nil : token, bearer: bearer,
            next: LocalAddress.accept(next), typeSize: askedType ?? TypeSize(isLarge: profile.hasLargeType ?? false),
            parameters: parameters, queryPairs: queryPairs, siteAddress: siteAddress,
            returnPath: returnPath, home: visitor?.home)
    }
}
