public import Access

/// What a handler answers.
public enum Reply: Sendable {
    /// A page: HTML to a browser, JSON to a program.
    case page(any Page, status: Int = 200)
    /// Go there (303). A program gets `{"location": …}` with status 200. Local paths only.
    case redirect(String)
    /// Go there (303), where the note of what was done leads to this receipt. To a program the same as `redirect`.
    case recorded(location: String, receipt: String)
    /// Go there (303) to look over what was written: nothing was done yet.
    case lookOver(location: String)
    /// A live stream. It ends when the browser leaves, when the session ends and at shutdown.
    case events(AsyncStream<ServerEvent>)
    /// JSON for scripts and programs.
    case json(any Encodable & Sendable, status: Int = 200)
    /// Plain text.
    case text(String, contentType: String)
    /// A file made for the visitor, to be saved.
    case download(Download)
    /// A file of the disk, handed out in pieces. It runs nowhere: browsers are told to sandbox it.
    case file(StoredFile)
    /// A session was opened: hand its token to the browser and go there.
    case signedIn(OpenedSession, location: String)
    /// The session is closed: take the token from the browser and go there.
    case signedOut(location: String)
}
