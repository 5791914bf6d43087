import Kernel

/// The site's interfaces as OpenAPI 3.1, computed from the routes: what feeds the router cannot differ from what is
/// described.
struct APIDescription: Encodable, Sendable {
    let openapi = "3.1.0"
    let info: About
    let paths: [String: [String: Operation]]
    let components: Components

    /// What the interfaces are those of.
    struct About: Encodable, Sendable {
        let title: String
        let version: String
        let description: String
    }

    /// Describes these routes in one language.
    init(_ routes: [Route], settings: WebSettings, _ language: Language) {
        info = About(
            title: Phrase("鉴湖", "Jianhu")(language), version: Release.version,
            description: Phrase(
                "每个页面也是接口：同一网址加 Accept: application/json 即得 JSON。时间为 ISO 8601（+08:00），数量为整数且单位写在键名中。",
                "Every page is an interface: the same address answers JSON to Accept: application/json. Times are ISO "
                    + "8601 with +08:00; amounts are integers with their unit in the key.")(language))
        components = Components(language, settings: settings)
        paths = Dictionary(grouping: routes, by: \.path).mapValues { routes in
            Dictionary(
                routes.map { ($0.method.rawValue.lowercased(), Operation($0, language)) }, uniquingKeysWith: { $1 })
        }
    }
}

extension APIDescription {
    /// One method of one path.
    struct Operation: Encodable, Sendable {
        let operationId: String
        let summary: String
        let tags: [String]
        let parameters: [Parameter]
        let requestBody: RequestBody?
        let responses: [String: Answer]
        let security: [[String: [String]]]

        init(_ route: Route, _ language: Language) {
            operationId = Self.name(of: route)
            summary = route.summary(language)
            tags = [String(route.path.split(separator: "/").first ?? "site")]
            parameters =
                Self.names(in: route.path).map { name in
                    Parameter(
                        name: name, place: .path, required: true,
                        schema: Schema(type: "string", minLength: 1, maxLength: RouteTable.parameterLengthMax),
                        description: nil)
                }
                + route.query.map { field in
                    Parameter(
                        name: field.name, place: .query, required: false,
                        schema: Schema(ofQuery: field, language), description: field.label(language))
                }
            requestBody = route.method == .post ? RequestBody(route, language) : nil
            responses = Answer.all(of: route, language)
            security =
                route.permission == .everyone
                ? [] : [[Components.sessionScheme: []], [Components.tokenScheme: []]]
        }

        /// `get_outlets_outlet_limits`: stable as long as the path is.
        private static func name(of route: Route) -> String {
            ([route.method.rawValue.lowercased()]
                + route.path.split(separator: "/").map { $0.filter { $0 != "{" && $0 != "}" } })
                .joined(separator: "_")
        }

        private static func names(in path: String) -> [String] {
            path.split(separator: "/").compactMap { RouteTable.parameterName(in: $0) }
        }
    }

    /// A segment of the path, or a value of the query.
    struct Parameter: Encodable, Sendable {
        enum Place: String, Encodable, Sendable {
            case path
            case query
        }

        let name: String
        let place: Place
        let required: Bool
        let schema: Schema
        let description: String?

        enum CodingKeys: String, CodingKey {
            case name
            case place = "in"
            case required
            case schema
            case description
        }
    }

    /// What a POST carries: a form and JSON alike; with a file, parts.
    struct RequestBody: Encodable, Sendable {
        let required: Bool
        let content: [String: Medium]

        init(_ route: Route, _ language: Language) {
            required = route.fields.contains(where: \.required)
            var content = [
                "application/json": Medium(schema: .body(of: route, isJSON: true, language)),
                "application/x-www-form-urlencoded": Medium(schema: .body(of: route, isJSON: false, language)),
            ]
            if let upload = route.upload {
                content["multipart/form-data"] = Medium(
                    schema: .body(of: route, isJSON: false, file: upload.field, language))
            }
            self.content = content
        }
    }

    /// One media type.
    struct Medium: Encodable, Sendable {
        let schema: Schema
    }
}
