import Kernel

extension APIDescription {
    /// One answer of an address.
    struct Answer: Encodable, Sendable {
        var description: String?
        var content: [String: Medium]?
        var reference: String?

        enum CodingKeys: String, CodingKey {
            case description
            case content
            case reference = "$ref"
        }

        /// All that a route may answer, by status.
        static func all(of route: Route, _ language: Language) -> [String: Answer] {
            var answers = refusals(of: route)
            answers["200"] = Answer(description: route.summary(language), content: content(of: route))
            if route.answer == .location || route.method == .get {
                answers["303"] = Answer(
                    description: Phrase("浏览器转到另一页", "a browser is sent on to another page")(language))
            }
            return answers
        }

        private static func content(of route: Route) -> [String: Medium] {
            let object = Medium(schema: route.content.map { Schema($0) } ?? Schema(type: "object"))
            switch route.answer {
            case .page: return ["application/json": object, "text/html": Medium(schema: Schema(type: "string"))]
            case .location:
                let place = Schema(
                    object: ["location": Schema(type: "string")], required: ["location"], additionalProperties: true)
                return ["application/json": Medium(schema: place)]
            case .json: return ["application/json": object]
            // GeoJSON and its like are objects to whoever reads them, whatever they are called.
            case .text(let type) where type.hasSuffix("+json"): return [type: object]
            case .text(let type): return [type: Medium(schema: Schema(type: "string"))]
            case .download(let type):
                let name = String(type.prefix { $0 != ";" })
                return [name: Medium(schema: Schema(type: "string", format: name == "text/csv" ? nil : "binary"))]
            case .file: return ["*/*": Medium(schema: Schema(type: "string"))]
            case .events: return ["text/event-stream": Medium(schema: Schema(type: "string"))]
            }
        }

        /// The refusals are the same everywhere (RFC 9457), so each is described once.
        private static func refusals(of route: Route) -> [String: Answer] {
            var statuses = [400, 404, 414, 503]
            if route.permission != .everyone { statuses += [401, 403] }
            if !route.query.isEmpty { statuses.append(422) }
            if route.method == .post { statuses += [403, 409, 413, 415, 422, 429] }
            return Dictionary(
                statuses.map { ("\($0)", Answer(reference: Components.refusalPath($0))) }, uniquingKeysWith: { $1 })
        }
    }

    /// What addresses share.
    struct Components: Encodable, Sendable {
        let securitySchemes: [String: SecurityScheme]
        let responses: [String: Answer]
        let schemas: [String: Schema]

        static let sessionScheme = "session"
        static let tokenScheme = "token"

        /// How somebody is known.
        struct SecurityScheme: Encodable, Sendable {
            let type: String
            var name: String?
            var place: String?
            var scheme: String?
            let description: String

            enum CodingKeys: String, CodingKey {
                case type
                case name
                case place = "in"
                case scheme
                case description
            }
        }

        static func refusalPath(_ status: Int) -> String { "#/components/responses/refusal-\(status)" }

        init(_ language: Language, settings: WebSettings) {
            securitySchemes = [
                Self.sessionScheme: SecurityScheme(
                    type: "apiKey", name: Cookies.sessionName(settings), place: "cookie",
                    description: Phrase(
                        "登录后的会话；POST 另需 csrf 字段或 X-CSRF-Token 头，并带 Origin 头",
                        "the session of a sign-in; a POST also needs the field csrf or the header X-CSRF-Token, and an "
                            + "Origin header")(language)),
                Self.tokenScheme: SecurityScheme(
                    type: "http", scheme: "bearer",
                    description: Phrase(
                        "访问令牌（jianhu token create）；不需要 csrf 和 Origin",
                        "a token made by jianhu token create; it needs neither csrf nor Origin")(language)),
            ]
            let content = Medium(schema: Schema(reference: "#/components/schemas/problem"))
            let statuses = [400, 401, 403, 404, 409, 413, 414, 415, 422, 429, 503]
            responses = Dictionary(
                statuses.map { status in
                    let words = ProblemDetails.title(of: status)(language)
                    return (
                        "refusal-\(status)",
                        Answer(
                            description: words,
                            content: [
                                "application/problem+json": content,
                                "text/html": Medium(schema: Schema(type: "string")),
                            ])
                    )
                }, uniquingKeysWith: { $1 })
            schemas = ["problem": Self.problem]
        }

        private static var problem: Schema { Schema(JSONForm(of: ProblemDetails.self)) }
    }
}
