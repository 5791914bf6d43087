public import Access
public import Kernel

extension Route {
    /// A page: what programs read of it is described by its type.
    ///
    /// - Parameters:
    ///   - takesWhileOwed: What a visitor may still owe and see it all the same.
    ///   - page: The page of a visit.
    public static func page<Shown: Page>(
        _ path: String, summary: Phrase, permission: Permission, query: [FormField] = [],
        takesWhileOwed: Set<Visitor.Owed> = [], page: @escaping @Sendable (Visit) async throws -> Shown
    ) -> Route {
        Route(
            .get, path, summary: summary, permission: permission, query: query,
            content: JSONForm(of: Shown.Content.self), takesWhileOwed: takesWhileOwed
        ) { visit in .page(try await page(visit)) }
    }

    /// JSON to everybody, described by its type.
    public static func json<Answered: Encodable & Sendable>(
        _ path: String, summary: Phrase, permission: Permission, query: [FormField] = [],
        answer: @escaping @Sendable (Visit) async throws -> Answered
    ) -> Route {
        Route(
            .get, path, summary: summary, permission: permission, query: query, answer: .json,
            content: JSONForm(of: Answered.self)
        ) { visit in .json(try await answer(visit)) }
    }
}
