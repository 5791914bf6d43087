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
    let language: Language
    let typeSize: TypeSize
    let wantsJSON: Bool
    /// Preferences to be remembered, as Set-Cookie values.
    let preferences: [String]
    /// The page to lead back to.
    let returnPath: String
    /// The position of the last live event a returning browser has heard.
    let lastEvent: Int64?

    init(_ request: Request, settings: WebSettings) {
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
        language = askedLanguage ?? cookies.values["lang"].flatMap(Language.init) ?? .chinese
        typeSize = askedType ?? cookies.values["type"].flatMap(TypeSize.init) ?? .normal
        preferences = [
            askedLanguage.map { Cookies.preference("lang", $0.rawValue, settings) },
            askedType.map { Cookies.preference("type", $0.rawValue, settings) },
        ].compactMap { $0 }

        lastEvent = request.headers.first { $0.name.canonicalName == "last-event-id" }.flatMap { Int64($0.value) }
        let isJSONBody = request.headers[.contentType]?.lowercased().hasPrefix("application/json") ?? false
        wantsJSON = Accept.prefersJSON(request.headers[.accept] ?? (isJSONBody ? "application/json" : nil))
        let isReading = request.method == .get || request.method == .head
        let sender = request.headers[.referer].flatMap(OriginCheck.localPart)
        returnPath = isReading ? path : sender.map { String($0.prefix { $0 != "?" }) } ?? "/"
    }

    /// The visit of a route by somebody.
    func visit(
        by visitor: Visitor?, token: String?, at now: Instant, parameters: [String: String] = [:],
        form: [String: String] = [:], next: String? = nil
    ) -> Visit {
        Visit(
            actor: visitor?.actor, language: language, now: now, wantsJSON: wantsJSON, path: path, form: form,
            refused: nil, csrfToken: visitor?.csrfToken ?? "", sessionToken: visitor == nil ? nil : token,
            next: LocalAddress.accept(next), typeSize: typeSize, parameters: parameters, queryPairs: queryPairs,
            returnPath: returnPath, lastEvent: lastEvent)
    }
}
