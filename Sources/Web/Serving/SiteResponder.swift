import Access
import Hummingbird
import Kernel
import Logging
import NIOCore

/// Answers requests: finds the route, lets the right people in, reads the form, turns replies and refusals into HTTP.
struct SiteResponder: Sendable {
    /// What a request came over.
    enum Line: Sendable {
        /// A connection from an address, on which the browser can be seen to leave.
        case connection(peer: String)
        /// A call within the program.
        case call

        var peer: String { if case .connection(let peer) = self { peer } else { VisitOrigin.program.address } }
    }

    let table: RouteTable
    let assets: AssetReply
    let renderer: PageRenderer
    let access: AccessRoom
    let clock: any WallClock
    let settings: WebSettings
    let metrics: MetricsRegistry
    let names: CodeNames
    let drafts: AnswerDrafts
    let liaisonHome: @Sendable (PersonID) async throws -> String?
    let logger: Logger
    let closing = ClosingSignal()
    let faults = FaultNumbers()
    let shared = SharedPages()

    /// Answers a request; never fails.
    func respond(to request: Request, over line: Line) async -> Response {
        let arrived = ContinuousClock.now
        var (response, route, isBodyLeft) = await answer(request, over: line)
        // Nobody reads 3 GB to its end only to hear no: the connection ends with this reply.
        if isBodyLeft { response.set("Connection", "close") }
        SecurityHeaders.add(to: &response, settings: settings)
        if request.method == .head { response = response.createHeadResponse() }
        let method = [.get, .head, .post].contains(request.method) ? request.method.rawValue : "other"
        metrics.countRequest(
            route: route, method: method, status: response.status.code, took: arrived.duration(to: .now))
        return response
    }

    /// The reply, the pattern of the route that gave it, and whether a long body was left unread.
    private func answer(
        _ request: Request, over line: Line
    ) async -> (Response, route: String, isBodyLeft: Bool) {
        var isBodyLeft = Self.mayBeLong(request)
        let isReading = request.method == .get || request.method == .head
        if isReading, request.uri.path.hasPrefix(AssetReply.prefix), let response = assets.response(to: request) {
            return (response, AssetReply.prefix, isBodyLeft)
        }
        let arrival = Arrival(request, peer: line.peer, settings: settings)
        let token = arrival.bearer == nil ? arrival.cookies.values[Cookies.sessionName(settings)] : nil
        var visit = arrival.visit(by: nil, token: nil, at: clock.now())
        var pattern = "none"
        var sender: Visitor?
        do {
            if let problem = arrival.problem { throw problem }
            let visitor = try await visitor(of: token, bearer: arrival.bearer)
            visit = arrival.visit(by: visitor, token: token, at: clock.now())
            let (route, parameters) = try find(request, path: arrival.path)
            pattern = route.path
            if route.method == .post && !route.isAnonymous || route.leavesTrace { sender = visitor }
            try admit(visitor, to: route)
            let arrived = try await body(of: request, for: route, by: visitor)
            if route.method == .post, case .success = arrived.file { isBodyLeft = false }
            let body = arrived.body
            let accepted = accept(arrived, for: route)
            visit = arrival.visit(
                by: visitor, token: token, at: clock.now(), parameters: parameters,
                form: (try? accepted.get()) ?? [:], next: body.values["next"] ?? arrival.query("next"))
            // Whoever owes something is nobody yet, but where it is given.
            if let owed = visit.owed, !route.takesWhileOwed.contains(owed) { visit.actor = nil }
            visit.file = try? arrived.file.get()
            (visit.listPlace, visit.fileRowsMax) = (route.listPlace, route.fileRowsMax)
            visit.labels = route.labels
            if route.method == .post { visit.act = route.path }
            if route.answer == .page { visit.done = done(arrival) }
            try read(&visit, of: route)
            if let body = try await sharedBody(of: route, for: visit) {
                let response = try document(body, status: 200, visit: visit)
                await note(sender, arrival, status: 200)
                return (response.adding(cookies: arrival.preferences), pattern, isBodyLeft)
            }
            let outcome: Result<Reply, any Error>
            do {
                outcome = .success(try await reply(of: route, to: visit, accepted: accepted, body: body))
            } catch { outcome = .failure(error) }
            if case .success(.page) = outcome, !visit.wantsJSON {
                visit.offered = try await names.offered(
                    by: route.query.filter { $0.name != route.listPlace ?? nil } + table.codes(askedAt: route.path),
                    to: visit.actor)
            }
            if let file = visit.file { await UploadReception.remove(file.path) }
            let response = try response(to: outcome.get(), visit: visit, request: request, line: line)
            await note(sender, arrival, status: response.status.code)
            return (response.adding(cookies: arrival.preferences), pattern, isBodyLeft)
        } catch {
            let response = failure(error, for: visit, request: request, route: pattern)
            await note(sender, arrival, status: response.status.code)
            return (response.adding(cookies: arrival.preferences), pattern, isBodyLeft)
        }
    }

    /// What the browser was told to say was done.
    private func done(_ arrival: Arrival) -> (what: Phrase, receipt: String?)? {
        guard arrival.isReading, let text = arrival.cookies.values[Cookies.doneName],
            let note = DoneNote(text, of: table), note.place == arrival.path, let what = table.act(note.act)
        else { return nil }
        return (what, note.receipt)
    }

    /// Whether a request brings more than a form may have, or does not say how much it brings.
    private static func mayBeLong(_ request: Request) -> Bool {
        if request.headers[.transferEncoding] != nil { return true }
        return request.headers[.contentLength].flatMap { Int64($0) } ?? 0 > Int64(WebSettings.bodyBytesMax)
    }

    /// Keeps who sent which form or took which list away, from where, and what came of it, for the audit.
    private func note(_ sender: Visitor?, _ arrival: Arrival, status: Int) async {
        guard let sender else { return }
        let event = AccessEvent(
            at: clock.now(), person: sender.actor.person, way: sender.proof == .session ? .session : .token,
            address: arrival.origin.address, path: arrival.acted, status: status)
        do { try await access.note(event) } catch {
            logger.error("an access event could not be kept", metadata: ["error": "\(error)"])
        }
    }

    private func visitor(of token: String?, bearer: String?) async throws -> Visitor? {
        var visitor = try await proven(token, bearer: bearer)
        if let actor = visitor?.actor, actor.role == .liaison { visitor?.home = try await liaisonHome(actor.person) }
        return visitor
    }

    private func proven(_ token: String?, bearer: String?) async throws -> Visitor? {
        if let bearer {
            guard bearer.utf8.count <= 200, let visitor = try await access.visitor(bearer: bearer) else {
                throw Problem.unknownToken
            }
            return visitor
        }
        guard let token, token.utf8.count == 64 else { return nil }
        return try await access.visitor(token: token)
    }

    private func find(_ request: Request, path: String) throws -> (Route, [String: String]) {
        let method: Route.Method? =
            switch request.method {
            case .get, .head: .get
            case .post: .post
            default: nil
            }
        switch (method, table.match(method ?? .get, path)) {
        case (.some, .found(let route, let parameters)): return (route, parameters)
        case (nil, .found(let route, _)): throw WrongMethod(allowed: [route.method])
        case (_, .wrongMethod(let allowed)): throw WrongMethod(allowed: allowed)
        case (_, .nothing): throw Problem.notFound
        }
    }

    private func admit(_ visitor: Visitor?, to route: Route) throws {
        if route.permission == .everyone { return }
        guard let visitor else { throw Problem.signInNeeded }
        if case .token(let reach) = visitor.proof {
            guard route.permission != .ownSession else { throw Problem.sessionNeeded }
            guard route.method == .get || reach == .write else { throw Problem.tokenReads }
        }
        if let owed = visitor.owed, !route.takesWhileOwed.contains(owed) { throw OwedFirst(owed: owed) }
        guard case .roles(let roles) = route.permission else { return }
        guard roles.contains(visitor.actor.role) else { throw Problem.wrongRole }
        guard !visitor.isNarrowed || Permission.narrows(visitor.actor.role, on: roles) else {
            throw Problem.tokenNarrowed
        }
    }

    /// The fields of a POST, and its file when the route takes one; origin and token are right when this returns.
    private func body(
        of request: Request, for route: Route, by visitor: Visitor?
    ) async throws -> UploadReception.Outcome {
        guard route.method == .post else { return UploadReception.Outcome(body: FormBody(), file: .success(nil)) }
        // A token is sent by the program that holds it; a browser adds none by itself, so nothing can be forged.
        let isProgram = visitor.map { $0.proof != .session } ?? false
        if !isProgram {
            try OriginCheck.check(
                origin: request.headers[.origin], referer: request.headers[.referer], host: request.head.authority,
                settings: settings)
        }
        let needsToken = route.permission != .everyone && !isProgram
        let contentType = request.headers[.contentType] ?? ""
        guard let rule = route.upload, contentType.lowercased().hasPrefix("multipart/form-data") else {
            let body = try await readBody(of: request)
            if needsToken { try checkToken(visitor, body, request) }
            return UploadReception.Outcome(body: body, file: .success(nil))
        }
        let reception = UploadReception(
            rule: rule, admit: { body in if needsToken { try checkToken(visitor, body, request) } },
            freshName: access.freshName())
        return try await reception.receive(request, contentType: contentType)
    }

    /// Holds the query against what the route declares. A page goes on without what cannot be read, and says so in its
    /// frame; a program, a file or a stream would show rows that nobody asked for as if they were the answer: refused.
    private func read(_ visit: inout Visit, of route: Route) throws {
        guard route.method == .get else { return }
        let reading = QueryReading(visit.queryPairs, declared: route.query)
        let problems = reading.unread.map(\.problem)
        guard problems.isEmpty || (route.answer == .page && !visit.wantsJSON) else {
            throw RefusedForm(problems: problems, typed: [:])
        }
        (visit.queryPairs, visit.unread) = (reading.pairs, reading.unread)
    }

    private func accept(_ arrived: UploadReception.Outcome, for route: Route) -> Result<[String: String], RefusedForm> {
        let validator = FormValidator(fields: route.fields)
        guard case .failure(let problem) = arrived.file else { return validator.accept(arrived.body) }
        return .failure(RefusedForm(problems: [problem], typed: validator.typed(in: arrived.body)))
    }

    private func readBody(of request: Request) async throws -> FormBody {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > WebSettings.bodyBytesMax {
            throw Problem.bodyTooLarge
        }
        var bytes: [UInt8] = []
        var pieces = request.body.makeAsyncIterator()
        while let piece = try await pieces.nextPiece() {
            guard bytes.count + piece.readableBytes <= WebSettings.bodyBytesMax else { throw Problem.bodyTooLarge }
            bytes += piece.readableBytesView
        }
        return try FormBody(bytes, contentType: request.headers[.contentType])
    }

    private func checkToken(_ visitor: Visitor?, _ body: FormBody, _ request: Request) throws {
        let given = body.values["csrf"] ?? request.header("X-CSRF-Token") ?? ""
        guard let visitor, ConstantTime.areEqual(given, visitor.csrfToken) else { throw Problem.wrongToken }
    }

    private func reply(
        of route: Route, to visit: Visit, accepted: Result<[String: String], RefusedForm>, body: FormBody
    ) async throws -> Reply {
        do {
            let answers = try accepted.get()
            if let reply = try await replyBefore(route, answers, visit, body) { return reply }
            let reply = try await route.handler(visit)
            settle(route, answers, visit)
            guard let unread = visit.unread.first, case .page(let page, 200) = reply else { return reply }
            return .page(page, status: unread.problem.status)
        } catch let refusal as any DescribedRefusal where route.method == .post {
            guard let onRefusal = route.onRefusal, !visit.wantsJSON else { throw refusal }
            let form = refusal as? RefusedForm
            var visit = visit
            visit.refused = RefusedForm(
                problems: form?.problems ?? [refusal.problem],
                typed: FormValidator(fields: route.fields).typed(in: body))
            let reply = try await onRefusal(visit)
            guard case .page(let page, _) = reply else { return reply }
            // A page on which that form is no more (somebody was quicker) would not say why nothing was taken.
            guard try renderer.body(page, for: visit).html.contains("role=\"alert\"") else { throw refusal }
            return .page(page, status: refusal.problem.status)
        }
    }
}

/// The path exists, for other methods.
struct WrongMethod: DescribedRefusal {
    let allowed: [Route.Method]
    var problem: Problem { .wrongMethod }
}

extension RefusedForm: DescribedRefusal {
    public var problem: Problem { problems[0] }
}

extension Arrival {
    /// A value of the query.
    fileprivate func query(_ name: String) -> String? {
        queryPairs.first { $0.name == name }?.value
    }
}

extension Request {
    /// The value of a header by name.
    fileprivate func header(_ name: String) -> String? {
        HTTPFields.Element.Name(name).flatMap { headers[$0] }
    }
}
