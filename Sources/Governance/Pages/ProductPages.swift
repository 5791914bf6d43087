import Kernel
import Web

/// The pages of this product by what they are called, as one reader may open them: what a policy comes to is told in
/// names, and a link that ends in a refusal is none.
struct ProductPages: Sendable {
    /// What is known of a page.
    struct Page: Sendable {
        let name: Phrase
        let permission: Permission
    }

    /// By address.
    let pages: [String: Page]
    /// Who reads; nil for anybody.
    let reader: Actor?
    /// Whether the reader sees the board of the work: liaisons of banks and institutions do not.
    let seesBoard: Bool

    /// The pages of these routes.
    static func pages(of routes: [Route]) -> [String: Page] {
        Dictionary(
            routes.filter { $0.method == .get }.map {
                ($0.path, Page(name: $0.summary, permission: $0.permission))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Pages as templates show them.
    func view(_ paths: [String], _ language: Language) -> [[String: Any]] {
        paths.map { path in
            let name = pages[path]?.name(language) ?? path
            return [
                "path": path, "name": name.prefix(1).uppercased() + name.dropFirst(), "isOpen": isOpen(path),
                "why": (reader == nil ? Phrase("需登录", "sign in") : Phrase("无权限", "not for you"))(language),
            ]
        }
    }

    private func isOpen(_ path: String) -> Bool {
        switch pages[path]?.permission {
        case .everyone?: true
        case .signedIn?, .ownSession?: reader != nil
        case .roles(let roles)?:
            reader.map { reader in
                roles.contains(reader.role)
                    && (seesBoard || reader.role != .liaison || !path.hasPrefix("/governance"))
            } ?? false
        case nil: false
        }
    }
}
