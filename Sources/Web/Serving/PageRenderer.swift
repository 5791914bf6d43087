import Kernel
import Mustache

/// Turns pages into HTML: labels and the site's own names are added here, escaping is on everywhere.
struct PageRenderer: Sendable {
    /// A page names a template that the share folder does not have.
    struct MissingTemplate: Error, CustomStringConvertible {
        let name: String
        var description: String {
            "the share folder has no template \(name); assemble it again with scripts/assemble-share.sh"
        }
    }

    let share: ShareFolder
    let navigation: [NavigationItem]
    let isDemonstration: Bool
    /// The calendar whose missing year is told; nil where none is kept.
    let calendar: (any WorkingDays)?
    /// The words of each template: its own labels, then those of its room's partials, then of those that every page may
    /// include.
    private let words: [String: [Language: TemplateWords]]

    init(share: ShareFolder, navigation: [NavigationItem], isDemonstration: Bool, calendar: (any WorkingDays)?) {
        self.calendar = calendar
        self.share = share
        self.navigation = navigation
        self.isDemonstration = isDemonstration
        let shared = ["Web/FormView", "Web/ExportLinks"].reduce(LabelTable()) { labels, partial in
            labels.over(share.labels[partial] ?? LabelTable())
        }
        words = Dictionary(
            uniqueKeysWithValues: share.templateNames.map { template in
                let labels = (share.labels[template] ?? LabelTable())
                    .over(Self.partialLabels(besides: template, in: share)).over(shared)
                return (
                    template,
                    Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, TemplateWords(labels.words($0))) })
                )
            })
    }

    /// The middle of a page.
    func body(_ page: any Page, for visit: Visit) throws -> PageBody {
        let view = view(of: page, for: visit)
        let html = BlankCells.marked(try render(view, type(of: page).template, visit.language))
        return PageBody(
            title: page.title(visit.language),
            html: Self.spoken(html + (try names(askedFor: html, visit)), in: visit.language),
            usesChart: view["usesChart"] as? Bool ?? false)
    }

    /// The names that fields for codes in a page's forms offer; filters bring theirs with them.
    private func names(askedFor html: String, _ visit: Visit) throws -> String {
        try visit.offered.keys.sorted().filter { field in
            html.contains(#"list="offered-\#(field)""#) && !html.contains(#"id="offered-\#(field)""#)
        }.map { field in
            try render(Self.offer(visit.offered[field] ?? [], for: field, visit), "Web/FilterNames", visit.language)
        }.joined()
    }

    private static func offer(_ names: [(code: String, name: Phrase)], for field: String, _ visit: Visit)
        -> [String: Any]
    {
        ["field": field, "names": names.map { ["code": $0.code, "name": $0.name(visit.language)] }]
    }

    /// The whole document around a page's middle.
    func document(_ body: PageBody, for visit: Visit) throws -> String {
        // The middle was marked when it was made, and may be many visitors'.
        let layout = Layout(
            title: body.title, body: Self.middle, visit: visit, navigation: navigation,
            isDemonstration: isDemonstration, usesChart: body.usesChart, share: share,
            yearToImport: calendar?.calendar.yearToImport(on: visit.now.civil.date))
        var frame = layout.view()
        frame["t"] = words[Layout.template]?[visit.language]
        let document = Self.spoken(try render(frame, Layout.template, visit.language), in: visit.language)
        return document.replacing(Self.middle, with: body.html, maxReplacements: 1)
    }

    /// Stands in the frame for the middle of the page; no text of a page holds it.
    private static let middle = "<!--middle-->"

    /// HTML that says where its language changes. Whatever is not Chinese on a Chinese page is codes and units.
    private static func spoken(_ html: String, in language: Language) -> String {
        language == .english ? ChineseWords.marked(html) : html
    }

    /// A page without the layout, for live streams.
    func fragment(_ page: any Page, for visit: Visit) throws -> String {
        Self.spoken(try render(view(of: page, for: visit), type(of: page).template, visit.language), in: visit.language)
    }

    private func view(of page: any Page, for visit: Visit) -> [String: Any] {
        var view = page.view(visit.language)
        view["t"] = words[type(of: page).template]?[visit.language]
        view["title"] = page.title(visit.language)
        view["csrf"] = visit.csrfToken
        view["path"] = visit.path
        if !visit.unread.isEmpty {
            // Its first sentence: one filter may stand twice in an address.
            view["unread"] = Dictionary(
                visit.unread.compactMap { value in
                    value.problem.field.map { ($0, value.view(visit.language) as Any) }
                }, uniquingKeysWith: { first, _ in first })
        }
        if !visit.offered.isEmpty {
            var offered: [String: Any] = [:]
            for (field, names) in visit.offered { offered[field] = Self.offer(names, for: field, visit) }
            view["offered"] = offered
        }
        view["isChinese"] = visit.language == .chinese
        if let csv = visit.exportAddress(.csv), let xlsx = visit.exportAddress(.xlsx) {
            view["exports"] = ["csv": csv, "xlsx": xlsx, "rows": String(visit.fileRowsMax)]
        }
        return view
    }

    /// The labels of the partials in a template's room: they serve every page that includes them.
    private static func partialLabels(besides template: String, in share: ShareFolder) -> LabelTable {
        let room = template.prefix { $0 != "/" } + "/"
        return share.labels.filter { $0.key.hasPrefix(room) && !$0.key.hasSuffix("Page") }
            .sorted { $0.key < $1.key }.reduce(LabelTable()) { $1.value.over($0) }
    }

    private func render(_ view: [String: Any], _ template: String, _ language: Language) throws -> String {
        guard let text = share.templates[language]?.render(TemplateNode(view), withTemplate: template) else {
            throw MissingTemplate(name: template)
        }
        return text
    }
}
