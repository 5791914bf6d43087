import Kernel

extension Route {
    /// `/openapi.json`: what there is to ask for, for programs and their makers. It names only what the program's own
    /// documentation tells, so that it needs nobody signed in.
    static func description(of routes: [Route], settings: WebSettings) -> Route {
        // The document describes itself by its standard; a schema of schemas would tell nobody more.
        let outline = JSONForm.object([
            JSONForm.Member("openapi", .text()), JSONForm.Member("info", .anything),
            JSONForm.Member("paths", .anything), JSONForm.Member("components", .anything),
        ])
        func itself(_ handler: @escaping Handler) -> Route {
            Route(
                .get, "/openapi.json",
                summary: Phrase("接口说明（OpenAPI 3.1）", "description of the interfaces (OpenAPI 3.1)"),
                permission: .everyone, answer: .json, content: outline, handler: handler)
        }
        let all = routes + [itself { _ in .redirect("/") }]
        let (chinese, english) = (
            APIDescription(all, settings: settings, .chinese), APIDescription(all, settings: settings, .english)
        )
        return itself { visit in .json(visit.language == .chinese ? chinese : english) }
    }
}
