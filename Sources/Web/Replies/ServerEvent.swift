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
    /// How far the stream has told when this message is through; a browser that comes back hands the last one in
    /// (`Visit.lastEvent`). Digits, so that nothing in it can end a line.
    public let position: Int64?

    /// A message.
    public init(_ name: String, _ payload: Payload, position: Int64? = nil) {
        self.name = name
        self.payload = payload
        self.position = position
    }
}
