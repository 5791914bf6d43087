public import Kernel

/// A page: the same content for programs as JSON and for people as HTML.
///
/// In templates these names are the site's: `t` (the labels), `title`, `csrf` (the token of the session),
/// `path` (where the visitor is), `isChinese`, `unread` and `offered` (of filters: what could not be read, and which
/// codes there are), and of a list `exports` (where it can be had whole).
public protocol Page: Sendable {
    /// What programs read.
    associatedtype Content: Encodable & Sendable
    /// `Room/XPage`, the name of the template and of its labels.
    static var template: String { get }
    /// What the page is called.
    func title(_ language: Language) -> String
    /// The JSON face. Times are ISO 8601 with +08:00; amounts carry their unit in the key.
    var content: Content { get }
    /// Finished strings for the template. `usesChart: true` loads the chart library.
    func view(_ language: Language) -> [String: Any]
}
