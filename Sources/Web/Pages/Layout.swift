import Kernel

/// The frame around every page: who is here, where one can go, in which language and type.
struct Layout {
    static let template = "Web/Layout"

    let title: String
    /// The page itself, rendered.
    let body: String
    let visit: Visit
    let navigation: [NavigationItem]
    let isDemonstration: Bool
    let usesChart: Bool
    let share: ShareFolder
    /// The year whose days off are to be imported; nil when none is missing.
    let yearToImport: Int?

    func view() -> [String: Any] {
        let language = visit.language
        let places = navigationView(language)
        let here = places.first { $0["isCurrent"] as? Bool == true }?["label"] as? String
        let other: Language = language == .chinese ? .english : .chinese
        return [
            "htmlLanguage": language == .chinese ? "zh-CN" : "en",
            "title": title,
            "body": body,
            "stylesheet": share.address(of: "jianhu.css"),
            "icon": share.address(of: "jianhu.svg"),
            "script": share.address(of: "jianhu.js"),
            "chartScript": usesChart && share.hasChartLibrary
                ? share.address(of: ShareFolder.chartLibrary) : false as Any,
            "navigation": places,
            "hasNavigation": !places.isEmpty,
            "isHere": here != nil,
            "here": here ?? "",
            "person": personView(language) ?? false as Any,
            "home": visit.owed == nil
                ? visit.home ?? Home.path(of: visit.actor, isDemonstration: isDemonstration) : "/",
            "voice": Self.voice(from: visit.path),
            "csrf": visit.csrfToken,
            "isDemonstration": isDemonstration,
            "isLarge": visit.typeSize == .large,
            "otherLanguage": other.rawValue,
            "languageHref": visit.address(with: "lang", other.rawValue),
            "typeHref": visit.address(with: "type", visit.typeSize == .large ? "normal" : "large"),
            "isUnread": !visit.unread.isEmpty,
            "unread": visit.unread.map { $0.view(language) },
            "isDone": visit.done != nil,
            "done": visit.done.map { $0.what.sentence(language) } ?? "",
            "receipt": visit.done?.receipt ?? false as Any,
            "lacksCharts": visit.actor?.role == .administrator && !share.hasChartLibrary,
            "lacksDaysOff": yearToImport != nil && isToldOfDaysOff,
            "daysOffYear": yearToImport.map(String.init) ?? "",
        ]
    }

    /// Administrators import them; the city's officers, whose terms they move, read of it where they begin their day.
    private var isToldOfDaysOff: Bool {
        switch visit.actor?.role {
        case .administrator: true
        case .cityOfficer: ["/desk", "/todo"].contains(visit.path)
        case .branchOfficer, .enterpriseManager, .liaison, .securityAdministrator, .auditAdministrator, nil: false
        }
    }

    /// Where one says how one finds this service: by the section that the page lies in. What stands behind the section
    /// may name a firm or a person, and is left out.
    static func voice(from path: String) -> String {
        let section = path.split(separator: "/").prefix(2).prefix { segment in
            segment.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
        }
        guard let first = section.first, first != "voice" else { return "/voice" }
        return "/voice?from=/" + section.joined(separator: "/")
    }

    private func navigationView(_ language: Language) -> [[String: Any]] {
        guard let actor = visit.actor, visit.owed == nil else { return [] }
        let mine = navigation.filter { $0.isFor(actor, home: visit.home) }
        // Of two entries above this page the nearer one is where the visitor is.
        let here = mine.map(\.path).filter { visit.path == $0 || visit.path.hasPrefix($0 + "/") }
            .max { $0.count < $1.count }
        return mine.map { item in
            ["path": item.path, "label": item.label(language), "isCurrent": item.path == here]
        }
    }

    private func personView(_ language: Language) -> [String: Any]? {
        visit.actor.map { ["name": $0.name, "role": $0.role.phrase(language)] }
    }
}
