/// One `{{…}}` of a Mustache template.
struct TemplateTag {
    /// The tag without braces, sigil and blanks: `t.title`, `rows`.
    let name: String
    let line: Int

    /// `title` for `{{t.title}}`: labels reach a template under the name `t`.
    var labelKey: String? { name.hasPrefix("t.") ? String(name.dropFirst(2)) : nil }

    /// All tags in order; comments (`{{! }}`) and closing tags (`{{/ }}`) are left out.
    static func all(in template: SourceFile) -> [TemplateTag] {
        guard template.path.hasSuffix(".mustache") else { return [] }
        return template.lines.enumerated().flatMap { offset, line in
            line.split(separator: "{{", omittingEmptySubsequences: false).dropFirst().compactMap { rest in
                guard let first = rest.first, first != "!", first != "/" else { return nil }
                let inside = rest.split(separator: "}}", omittingEmptySubsequences: false)[0]
                let name = inside.filter { !"{}#^>&<$ ".contains($0) }
                return TemplateTag(name: name, line: offset + 1)
            }
        }
    }
}
