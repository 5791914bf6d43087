/// Filters that say beside themselves what cannot be read of them. Templates write plain controls in a form of the class
/// `filter-bar`; when they are read, each control gets its state and its sentence out of `unread`, which the site hands
/// to every page. The sentence stands inside the label for the eye and is the control's description for the ear: hidden
/// where it stands, or it would be part of the control's name. A line for a code offers the names that `offered` has.
struct FilterBar {
    private static let opening = #"<form class="filter-bar""#

    /// The template with the controls of its filter bars marked.
    static func marked(_ template: String) -> String {
        let parts = template.split(separator: opening, omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts.first ?? "")) { text, part in
            let end = part.firstRange(of: "</form>")?.lowerBound ?? part.endIndex
            text += opening + form(part[..<end]) + part[end...]
        }
    }

    private static func form(_ form: Substring) -> String {
        var (text, rest) = ("", form)
        while let control = next(in: rest) {
            let (tag, name) = (rest[control.start..<control.tagEnd], control.name)
            text += rest[..<control.start] + tag.dropLast()
            let isLine = tag.hasPrefix("<input ")
            if isLine {
                text += #"{{#offered.\#(name)}} list="offered-\#(name)" autocomplete="off"{{/offered.\#(name)}}"#
            }
            text += #"{{#unread.\#(name)}} aria-invalid="true" aria-describedby="unread-\#(name)"{{/unread.\#(name)}}>"#
            text += rest[control.tagEnd..<control.end]
            text += #"{{#unread.\#(name)}}<span class="field-problem" id="unread-\#(name)" aria-hidden="true">"#
            text += #"▲ {{typed}} {{what}}{{mark}}{{remedy}}</span>{{/unread.\#(name)}}"#
            if isLine {
                text += #"{{#offered.\#(name)}}<datalist id="offered-\#(name)">{{#names}}"#
                text += #"<option value="{{code}}">{{name}}</option>{{/names}}</datalist>{{/offered.\#(name)}}"#
            }
            rest = rest[control.end...]
        }
        return text + rest
    }

    /// The next control that a person fills in: where its first tag and the whole of it end.
    private static func next(
        in text: Substring
    ) -> (start: Substring.Index, tagEnd: Substring.Index, end: Substring.Index, name: Substring)? {
        var place = text.startIndex
        while let start = text[place...].firstIndex(of: "<") {
            guard let close = text[start...].firstIndex(of: ">") else { return nil }
            let tagEnd = text.index(after: close)
            let tag = text[start..<tagEnd]
            place = tagEnd
            let isSelect = tag.hasPrefix("<select ")
            guard isSelect || tag.hasPrefix("<input "), !tag.contains(#"type="hidden""#),
                let before = tag.firstRange(of: #" name=""#)?.upperBound,
                let after = tag[before...].firstIndex(of: "\"")
            else { continue }
            let end = isSelect ? text[tagEnd...].firstRange(of: "</select>")?.upperBound : tagEnd
            return (start, tagEnd, end ?? tagEnd, tag[before..<after])
        }
        return nil
    }
}
