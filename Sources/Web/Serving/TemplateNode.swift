import Mustache

/// A view as the templates read it. Pages give dictionaries; the library finds out about a dictionary anew at every
/// name (a conditional conformance), about a class once.
final class TemplateNode: MustacheParent {
    private let children: [String: Any]

    init(_ view: [String: Any]) {
        children = view.mapValues(Self.prepared)
    }

    func child(named name: String) -> Any? { children[name] }

    private static func prepared(_ value: Any) -> Any {
        switch value {
        case is String, is Bool, is TemplateWords: value
        case let view as [String: Any]: TemplateNode(view)
        case let views as [[String: Any]]: views.map(TemplateNode.init)
        default: value
        }
    }
}
