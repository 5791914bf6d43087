import Access
import FoundationEssentials
import Hummingbird
import Kernel
import Logging
import NIOCore

extension SiteResponder {
    /// A handler's reply as HTTP.
    func response(to reply: Reply, visit: Visit, request: Request, line: Line) throws -> Response {
        switch reply {
        case .page(let page, let status):
            return try self.page(page, status: status, visit: visit)
        case .redirect(let location):
            return try done(at: location, receipt: nil, visit: visit)
        case .lookOver(let location):
            return try redirect(to: location, visit: visit)
        case .recorded(let location, let receipt):
            return try done(at: location, receipt: receipt, visit: visit)
        case .events(let events):
            return stream(events, visit: visit, request: request, line: line)
        case .json(let value, let status):
            return try json(value, status: status)
        case .text(let text, let contentType):
            return plain(text, status: 200, contentType: contentType)
        case .download(let download):
            return FileReply.response(to: download)
        case .file(let file):
            return try FileReply.response(to: file)
        case .signedIn(let session, let location):
            let seconds = max(0, session.expiresAt.milliseconds(since: visit.now) / 1_000)
            var response =
                visit.wantsJSON
                ? try json(["location": location, "csrf": session.csrfToken], status: 200)
                : try redirect(to: location, visit: visit)
            response.addCookie(Cookies.session(session.token, seconds: seconds, settings))
            // Whoever signed in here before may have read otherwise: from now on the person's profile counts.
            return response.adding(cookies: Cookies.preferences(session.preferences, settings))
        case .signedOut(let location):
            var response = try redirect(to: location, visit: visit)
            response.addCookie(Cookies.endedSession(settings))
            return response
        }
    }

    /// A refusal or a fault as HTTP.
    func failure(_ error: any Error, for visit: Visit, request: Request, route: String) -> Response {
        do {
            guard let refusal = error as? any DescribedRefusal else {
                return try fault(error, for: visit, route: route)
            }
            if let owed = (refusal as? OwedFirst)?.owed, !visit.wantsJSON {
                return try redirect(to: owed.path(before: whereTo(request, visit)), visit: visit)
            }
            if refusal.problem == .signInNeeded, !visit.wantsJSON {
                let next = PercentCoding.encode(whereTo(request, visit))
                let isUnsent = request.method == .post
                return try redirect(to: "/sign-in?next=\(next)" + (isUnsent ? "&unsent=true" : ""), visit: visit)
            }
            let problems = (refusal as? RefusedForm)?.problems ?? [refusal.problem]
            var response = try problem(problems, visit: visit)
            if let wrong = refusal as? WrongMethod {
                response.set("Allow", wrong.allowed.map(\.rawValue).joined(separator: ", "))
            }
            // Programs learn how to prove themselves (RFC 6750, 3); a browser would ask for a password of its own.
            if refusal.problem.status == 401, visit.wantsJSON || visit.bearer != nil {
                response.set(
                    "WWW-Authenticate",
                    "Bearer realm=\"jianhu\"" + (refusal.problem == .unknownToken ? ", error=\"invalid_token\"" : ""))
            }
            return response
        } catch {
            // The problem page itself cannot be shown: words without a page are still better than none.
            let number = faults.next(at: visit.now)
            logger.error("problem page failed", metadata: ["fault": "\(number)", "error": "\(error)"])
            let words = Problem.fault(number: number)
            return plain(
                "\(words.what(visit.language))\n\(words.remedy(visit.language))\n", status: 500,
                contentType: "text/plain; charset=utf-8")
        }
    }

    /// Where somebody who has to sign in first is on the way to: the page, or the page of the form.
    private func whereTo(_ request: Request, _ visit: Visit) -> String {
        let isReading = request.method == .get || request.method == .head
        return isReading ? request.head.path ?? "/" : visit.returnPath
    }

    private func fault(_ error: any Error, for visit: Visit, route: String) throws -> Response {
        if error is SenderLeft || error is CancellationError {
            logger.debug("a visitor left before the answer", metadata: ["route": "\(route)", "error": "\(error)"])
            return try problem([.unreadableBody], visit: visit)
        }
        let number = faults.next(at: visit.now)
        logger.error(
            "visit failed", metadata: ["fault": "\(number)", "route": "\(route)", "error": "\(error)"])
        return try problem([.fault(number: number)], visit: visit)
    }

    private func problem(_ problems: [Problem], visit: Visit) throws -> Response {
        let page = ProblemPage(
            problems: problems, labels: visit.labels, path: visit.path, language: visit.language)
        return try self.page(page, status: problems[0].status, visit: visit)
    }

    private func page(_ page: any Page, status: Int, visit: Visit) throws -> Response {
        var response: Response
        if visit.wantsJSON {
            response = try json(page.content, status: status)
            if page is ProblemPage { response.headers[.contentType] = "application/problem+json" }
        } else {
            return try document(renderer.body(page, for: visit), status: status, visit: visit)
        }
        response.headers[.vary] = "Accept, Cookie"
        return response
    }

    /// A page's middle in the visitor's frame.
    func document(_ body: PageBody, status: Int, visit: Visit) throws -> Response {
        var response = plain(
            try renderer.document(body, for: visit), status: status, contentType: "text/html; charset=utf-8")
        if visit.done != nil { response.addCookie(Cookies.saidDone(settings)) }
        response.headers[.contentLanguage] = visit.language == .chinese ? "zh-CN" : "en"
        response.headers[.vary] = "Accept, Cookie"
        return response
    }

    /// The middle of a shared page, as it was kept or made for all who ask now; nil when the visit is answered by
    /// itself.
    func sharedBody(of route: Route, for visit: Visit) async throws -> PageBody? {
        guard route.isShared, let key = SharedPages.Key(visit) else { return nil }
        return try await shared.body(key, told: access.journalNewsEnd(), at: visit.now) {
            guard case .page(let page, 200) = try await route.handler(visit) else { return nil }
            let body = try renderer.body(page, for: visit)
            // A form of this visitor's session is for nobody else.
            return body.html.contains(visit.csrfToken) ? nil : body
        }
    }

    private func redirect(to location: String, visit: Visit) throws -> Response {
        guard LocalAddress.accept(location) != nil else { throw ForeignRedirect(location: location) }
        if visit.wantsJSON { return try json(["location": location], status: 200) }
        return .redirect(to: location, type: .normal)
    }

    /// Goes where an act leads to; the page there says what was done, to the person who did it.
    private func done(at location: String, receipt: String?, visit: Visit) throws -> Response {
        var response = try redirect(to: location, visit: visit)
        if let act = visit.act, visit.actor != nil, !visit.wantsJSON {
            response.addCookie(Cookies.done(DoneNote(act: act, leadingTo: location, receipt: receipt), settings))
        }
        return response
    }

    private func json(_ value: any Encodable, status: Int) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var response = Response(
            status: .init(code: status), body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(value))))
        response.headers[.contentType] = "application/json"
        return response
    }

    private func plain(_ text: String, status: Int, contentType: String) -> Response {
        var response = Response(
            status: .init(code: status), body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        response.headers[.contentType] = contentType
        return response
    }

    private func stream(
        _ events: AsyncStream<ServerEvent>, visit: Visit, request: Request, line: Line
    ) -> Response {
        let (access, renderer) = (access, renderer)
        let stream = EventStream(
            events: events, closing: closing,
            mayListen: {
                if let bearer = visit.bearer { return (try? await access.visitor(bearer: bearer)) ?? nil != nil }
                guard let token = visit.sessionToken else { return true }
                return (try? await access.isOpen(token: token)) ?? false
            },
            text: { payload in
                switch payload {
                case .json(let value): String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
                case .fragment(let page): try renderer.fragment(page, for: visit)
                }
            })
        let body = ResponseBody { writer in
            switch line {
            case .call: try await stream.write(to: &writer)
            case .connection:
                do {
                    try await request.body.consumeWithCancellationOnInboundClose { _ in
                        try await stream.write(to: &writer)
                    }
                } catch is CancellationError {
                    // The browser left.
                    return
                }
            }
            try await writer.finish(nil)
        }
        var response = Response(status: .ok, body: body)
        response.headers[.contentType] = "text/event-stream"
        response.set("X-Accel-Buffering", "no")
        return response
    }
}

/// A handler wanted to send the browser to a place that is not of this site: a fault of ours.
struct ForeignRedirect: Error {
    let location: String
}

extension Response {
    /// Adds a Set-Cookie header beside those that are there.
    mutating func addCookie(_ cookie: String) {
        headers.append(HTTPFields.Element(name: .setCookie, value: cookie))
    }

    /// The same reply with more Set-Cookie headers.
    func adding(cookies: [String]) -> Response {
        var response = self
        for cookie in cookies { response.addCookie(cookie) }
        return response
    }
}
