import Mustache

/// The words of a template in one language, as the templates read them.
final class TemplateWords: MustacheParent, Sendable {
    private let words: [String: String]

    init(_ words: [String: String]) {
        self.words = words
    }

    func child(named name: String) -> Any? { words[name] }
}
