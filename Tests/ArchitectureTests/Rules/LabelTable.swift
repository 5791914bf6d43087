import Foundation

/// The words of one page in both languages: `{"title": {"zh": "…", "en": "…"}, …}`.
struct LabelTable {
    let file: SourceFile
    let keys: Set<String>
    /// Labels without a word in one of the languages, or a table that is no table.
    let violations: [Violation]

    init(_ file: SourceFile) {
        self.file = file
        do {
            let table = try JSONDecoder().decode([String: [String: String]].self, from: Data(file.text.utf8))
            keys = Set(table.keys)
            violations = table.keys.sorted().flatMap { key in
                ["zh", "en"].filter { table[key]?[$0]?.isEmpty ?? true }
                    .map { Violation(file, 1, "the label \(key) has no word in \($0)") }
            }
        } catch {
            keys = []
            violations = [Violation(file, 1, "the table does not read as {key: {zh, en}}")]
        }
    }

    /// Whether a template may use these labels: its own, those of the room `Web`, and, for a partial, its room's.
    func serves(_ template: SourceFile) -> Bool {
        if file.room == "Web" { return true }
        guard file.room == template.room else { return false }
        let isPage = file.stem.hasSuffix("Page") && template.stem.hasSuffix("Page")
        return file.stem == template.stem || !isPage
    }
}
