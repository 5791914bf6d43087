import Access
import Kernel

/// The site's cookies: the session's secret, and two small preferences.
struct Cookies: Sendable {
    /// How long preferences are remembered.
    static let preferenceSeconds = 365 * 86_400

    let values: [String: String]

    /// Reads the Cookie header.
    init(header: String?) {
        var values: [String: String] = [:]
        for part in (header ?? "").split(separator: ";").prefix(50) {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { continue }
            let name = String(halves[0].filter { !$0.isWhitespace })
            // Of two with one name the first counts, in every reader of this header.
            if values[name] == nil { values[name] = String(halves[1].filter { !$0.isWhitespace }) }
        }
        self.values = values
    }

    /// The session's cookie. The prefix makes browsers refuse it from other hosts and without https.
    static func sessionName(_ settings: WebSettings) -> String {
        settings.isSecure ? "__Host-jianhu_session" : "jianhu_session"
    }

    /// Hands out a session's token. `Lax`, not `Strict`: a link that a colleague sent has to open as oneself.
    /// What changes anything is a POST, which such a cookie does not follow from elsewhere, and which needs the form's
    /// token and this site as its origin besides.
    static func session(_ token: String, seconds: Int64, _ settings: WebSettings) -> String {
        "\(sessionName(settings))=\(token); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax" + secure(settings)
    }

    /// Takes a session's token back.
    static func endedSession(_ settings: WebSettings) -> String {
        "\(sessionName(settings))=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" + secure(settings)
    }

    /// Remembers a preference.
    static func preference(_ name: String, _ value: String, _ settings: WebSettings) -> String {
        "\(name)=\(value); Path=/; Max-Age=\(preferenceSeconds); HttpOnly; SameSite=Lax" + secure(settings)
    }

    /// Remembers what a profile says, as far as it says anything.
    static func preferences(_ preferences: Preferences, _ settings: WebSettings) -> [String] {
        [
            preferences.language.map { preference("lang", $0.rawValue, settings) },
            preferences.hasLargeType.map { preference("type", TypeSize(isLarge: $0).rawValue, settings) },
        ].compactMap { $0 }
    }

    /// The cookie of what was just done.
    static let doneName = "done"
    /// How long it waits for the page that says so.
    private static let doneSeconds = 60

    /// Has the next page say what was done.
    static func done(_ note: DoneNote, _ settings: WebSettings) -> String {
        "\(doneName)=\(note.text); Path=/; Max-Age=\(doneSeconds); HttpOnly; SameSite=Strict" + secure(settings)
    }

    /// It was said.
    static func saidDone(_ settings: WebSettings) -> String {
        "\(doneName)=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict" + secure(settings)
    }

    private static func secure(_ settings: WebSettings) -> String { settings.isSecure ? "; Secure" : "" }
}
