/// One message of a live stream (server-sent event).
public struct ServerEvent: Sendable {
    /// What a message carries.
    public enum Payload: Sendable {
        /// Figures for the page's script, as JSON.
        case json(any Encodable & Sendable)
        /// A piece of HTML: the page's template without the layout, in the visitor's language.
        case fragment(any Page)
    }

    /// The event's name; the page's script knows `item` (a fragment to prepend) and `figures` (JSON).
    public let name: String
    /// What it carries.
    public let payload: Payload

    /// A message.
    public init(_ name: String, _ payload: Payload) {
        self.name = name
        self.payload = payload
    }
}
