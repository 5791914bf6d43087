/// Filters that say beside themselves what cannot be read of them. Templates write plain controls in a form of the
/// class `filter-bar`; when they are read, each control gets its state and its sentence out of `unread`, which the site
/// hands to every page. The sentence stands inside the label for the eye and is the control's description for the ear:
/// hidden where it stands, or it would be part of the control's name. A line for a code offers the names that `offered`
/// has.
struct FilterBar {
    private static let opening = #"form class="filter-bar""#

    /// The template with the controls of its filter bars marked.
    static func marked(_ template: String) -> String {
        let parts = template.split(separator: opening, omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts.first ?? "")) { text, part in
            let end = part.firstRange(of: "/form>")?.lowerBound ?? part.endIndex
            text += opening + form(part[..<end]) + part[end...]
        }
    }

    private static func form(_ form: Substring) -> String {
        var (text, rest) = ("", form)
        while let control = next(in: rest) {
            let (tag, name) = (rest[control.start..<control.tagEnd], control.name)
            let (unread, offered) = ("unread.\(name)", "offered.\(name)")
            text += rest[..<control.start] + tag.dropLast()
            if control.isLine {
                text += #"{{#\#(offered)}} list="offered-\#(name)" autocomplete="off"{{/\#(offered)}}"#
            }
            text += #"{{#\#(unread)}} aria-invalid="true" aria-describedby="unread-\#(name)"{{/\#(unread)}}>"#
            text += rest[control.tagEnd..<control.end]
            text += "{{#\(unread)}}{{>Web/FilterProblem}}{{/\(unread)}}"
            if control.isLine { text += "{{#\(offered)}}{{>Web/FilterNames}}{{/\(offered)}}" }
            rest = rest[control.end...]
        }
        return text + rest
    }

    /// A control that a person fills in: where its first tag and the whole of it end.
    private struct Control {
        let start: Substring.Index
        let tagEnd: Substring.Index
        let end: Substring.Index
        let name: Substring
        /// A line to type into; else a choice.
        let isLine: Bool
    }

    private static func next(in text: Substring) -> Control? {
        var place = text.startIndex
        while let start = text[place...].firstIndex(of: "<") {
            guard let close = text[start...].firstIndex(of: ">") else { return nil }
            let tagEnd = text.index(after: close)
            let tag = text[start..<tagEnd].dropFirst()
            place = tagEnd
            let isLine = tag.hasPrefix("input ")
            guard isLine || tag.hasPrefix("select "), !tag.contains(#"type="hidden""#),
                let before = tag.firstRange(of: #" name=""#)?.upperBound,
                let after = tag[before...].firstIndex(of: "\"")
            else { continue }
            let end = isLine ? tagEnd : text[tagEnd...].firstRange(of: "/select>")?.upperBound ?? tagEnd
            return Control(start: start, tagEnd: tagEnd, end: end, name: tag[before..<after], isLine: isLine)
        }
        return nil
    }
}
