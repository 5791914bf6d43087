import Foundation
import Testing

/// (h) A page is three files side by side: `XPage.swift`, `XPage.mustache`, `XPage.labels.json`; and every label that
/// a template asks for exists in Chinese and English, because Mustache renders a missing key as nothing.
///
/// A template whose name does not end in `Page` is a layout or a partial: it needs no Swift file. Labels of the room
/// `Web` are shared by all templates; a partial's labels serve the templates of its room.
struct PagePairRule {
    static func violations(in tree: SourceTree) -> [Violation] {
        let pages = tree.files.filter { $0.path.hasPrefix("Sources/") && $0.isUnder(folder: "Pages") }
        let templates = pages.filter { $0.path.hasSuffix(".mustache") }
        let tables = pages.filter { $0.path.hasSuffix(".labels.json") }.map(LabelTable.init)
        return missingPartners(templates, in: tree) + missingTemplates(pages, in: tree)
            + tables.flatMap(\.violations) + unknownLabels(templates, tables) + unusedLabels(pages, tables)
    }

    private static func sibling(_ file: SourceFile, _ suffix: String) -> String {
        file.parts.dropLast().joined(separator: "/") + "/" + file.stem + suffix
    }

    private static func missingPartners(_ templates: [SourceFile], in tree: SourceTree) -> [Violation] {
        templates.filter { $0.stem.hasSuffix("Page") }.flatMap { template in
            [".swift", ".labels.json"].filter { tree[sibling(template, $0)] == nil }
                .map { Violation(template, 1, "\(template.stem)\($0) is missing beside the template") }
        }
    }

    private static func missingTemplates(_ pages: [SourceFile], in tree: SourceTree) -> [Violation] {
        pages.filter { $0.path.hasSuffix(".labels.json") || ($0.isSwift && $0.stem.hasSuffix("Page")) }
            .filter { tree[sibling($0, ".mustache")] == nil }
            .map { Violation($0, 1, "\($0.stem).mustache is missing beside it") }
    }

    private static func unknownLabels(_ templates: [SourceFile], _ tables: [LabelTable]) -> [Violation] {
        templates.flatMap { template -> [Violation] in
            let known = tables.filter { $0.serves(template) }.reduce(into: Set()) { $0.formUnion($1.keys) }
            return TemplateTag.all(in: template).compactMap { tag in
                guard let key = tag.labelKey, !known.contains(key) else { return nil }
                return Violation(template, tag.line, "the label t.\(key) stands in no label table")
            }
        }
    }

    private static func unusedLabels(_ pages: [SourceFile], _ tables: [LabelTable]) -> [Violation] {
        tables.filter { $0.file.room != "Web" }.flatMap { table -> [Violation] in
            let served = pages.filter { table.serves($0) }
            let used = Set(served.flatMap { TemplateTag.all(in: $0).compactMap(\.labelKey) })
            let literals = Set(
                pages.filter { $0.isSwift && $0.room == table.file.room }
                    .flatMap { $0.code.filter { $0.kind == .literal }.map(\.text) })
            return table.keys.filter { !used.contains($0) && !literals.contains($0) }.sorted()
                .map { Violation(table.file, 1, "the label \($0) is used by no template and no page") }
        }
    }

    @Test func `every page has its three files and its labels`() {
        expectNone(Self.violations(in: .repository))
    }

    private static let whole = [
        "Sources/Web/Pages/Layout.mustache": "{{t.skip}}{{{body}}}",
        "Sources/Web/Pages/Layout.labels.json": #"{"skip":{"zh":"跳过","en":"Skip"},"sum":{"zh":"计","en":"Sum"}}"#,
        "Sources/Portal/Pages/DeskPage.swift": #"struct DeskPage { let state = "state.open" }"#,
        "Sources/Portal/Pages/DeskPage.mustache": "{{t.title}}\n{{#rows}}{{t.sum}}{{/rows}}{{> Row}}",
        "Sources/Portal/Pages/DeskPage.labels.json":
            #"{"title":{"zh":"台","en":"Desk"},"state.open":{"zh":"开","en":"Open"}}"#,
        "Sources/Portal/Pages/Row.mustache": "{{#t.title}}{{.}}{{/t.title}}",
    ]

    @Test func `a whole set of pages passes`() {
        #expect(Self.violations(in: SourceTree(Self.whole)) == [])
    }

    @Test(arguments: [
        ("DeskPage.swift", nil, 2), ("DeskPage.labels.json", nil, 3), ("DeskPage.mustache", nil, 2),
        ("DeskPage.mustache", "{{t.title}} {{t.other}}", 1), ("DeskPage.mustache", "{{title}}", 0),
        ("DeskPage.labels.json", #"{"title":{"zh":"台","en":""},"state.open":{"zh":"开","en":"Open"}}"#, 1),
        ("DeskPage.labels.json", #"{"title":{"zh":"台"},"state.open":{"zh":"开","en":"Open"}}"#, 1),
        ("DeskPage.labels.json", "{", 3), ("Row.mustache", "{{^t.none}}x{{/t.none}}", 1), ("DeskPage.swift", "", 1),
    ])
    func `a broken set is found`(file: String, text: String?, count: Int) {
        var files = Self.whole
        files["Sources/Portal/Pages/\(file)"] = text
        let found = Self.violations(in: SourceTree(files))
        #expect(found.count == count, "\(found)")
    }
}
