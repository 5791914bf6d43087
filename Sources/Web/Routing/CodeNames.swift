public import Kernel

/// What codes of a form stand for, so that a filter by code can offer names while somebody types. Other codes may be
/// typed all the same.
public struct CodeNames: Sendable {
    /// Codes with their names, at most so many, of what an actor may see.
    public typealias Answer = @Sendable (_ actor: Actor, _ namesMax: Int) async throws -> [(code: String, name: Phrase)]

    /// How many names a filter offers (design value): more would weigh on every page and help nobody choose.
    static let namesMax = 200

    private let answers: [(form: CodeForm, answer: Answer)]

    /// The names of these forms.
    public init(_ answers: [(form: CodeForm, answer: Answer)]) {
        self.answers = answers
    }

    /// No names.
    public static let none = CodeNames([])

    /// What the filters of a list offer to an actor, by the filter's name.
    func offered(by query: [FormField], to actor: Actor?) async throws -> [String: [(code: String, name: Phrase)]] {
        guard let actor, !answers.isEmpty else { return [:] }
        var offered: [String: [(code: String, name: Phrase)]] = [:]
        for field in query {
            guard case .code(let form) = field.kind, let answer = answers.first(where: { $0.form == form })?.answer
            else { continue }
            offered[field.name] = Array(try await answer(actor, Self.namesMax).prefix(Self.namesMax))
        }
        return offered
    }
}
