/// Tables that become cards on a telephone, by CSS alone: a row is a card, a cell says what it is by the heading of its
/// column. Templates write plain tables; when they are read, each cell gets its heading as `data-label`, the row's main
/// cell `data-main` (unless the template has chosen one: its first link, else its first cell), and every part its role,
/// because a table that is displayed as blocks loses its meaning for screen readers in some browsers.
///
/// A table whose headings are not fixed words, or whose rows have other cells than headings, stays a table that
/// scrolls: a figure under two headings cannot be told in a card.
struct CardTable {
    /// A tag of a table in the bytes of a template.
    private struct Tag {
        let name: String
        let isClosing: Bool
        let start: Int
        /// Behind its `>`.
        let end: Int
    }

    private let bytes: [UInt8]
    private var insertions: [(place: Int, text: String)] = []

    /// The template with every such table marked.
    static func marked(_ template: String) -> String {
        guard template.contains("thead>") else { return template }
        var table = CardTable(template)
        table.markTables()
        return table.text
    }

    private init(_ template: String) {
        bytes = Array(template.utf8)
    }

    private var text: String {
        var (result, place): ([UInt8], Int) = ([], 0)
        for insertion in insertions.sorted(by: { $0.place < $1.place }) {
            result += bytes[place..<insertion.place] + Array(insertion.text.utf8)
            place = insertion.place
        }
        return String(decoding: result + bytes[place...], as: UTF8.self)
    }

    private mutating func markTables() {
        let tags = self.tags
        var place = 0
        while let start = tags[place...].firstIndex(where: { $0.name == "table" && !$0.isClosing }),
            let end = tags[start...].firstIndex(where: { $0.name == "table" && $0.isClosing })
        {
            mark(Array(tags[start..<end]))
            place = end + 1
        }
    }

    private mutating func mark(_ tags: [Tag]) {
        guard let table = tags.first, written(table).contains(#"class="table""#),
            let headEnd = tags.firstIndex(where: { $0.name == "thead" && $0.isClosing }),
            let headings = headings(Array(tags[..<headEnd])),
            let rows = rows(Array(tags[headEnd...]), cells: headings.count)
        else { return }
        add(#" role="table" data-cards"#, to: table)
        for tag in tags where !tag.isClosing {
            switch tag.name {
            case "thead", "tbody": add(#" role="rowgroup""#, to: tag)
            case "tr": add(#" role="row""#, to: tag)
            default: break
            }
        }
        for tag in tags[..<headEnd] where tag.name == "th" && !tag.isClosing {
            add(#" role="columnheader""#, to: tag)
        }
        for row in rows {
            let chosen = row.contains { written($0.cell).contains("data-main") }
            let main = chosen ? nil : row.firstIndex { $0.cell.name == "th" } ?? row.firstIndex { holdsLink($0) } ?? 0
            for (place, part) in row.enumerated() {
                let role = part.cell.name == "th" ? "rowheader" : "cell"
                let label = headings[place].isEmpty ? "" : #" data-label="\#(headings[place])""#
                add(#" role="\#(role)"\#(label)\#(place == main ? " data-main" : "")"#, to: part.cell)
            }
        }
    }

    /// The words of each heading; nil when they are not fixed, or stand in several rows.
    private func headings(_ tags: [Tag]) -> [String]? {
        guard tags.count(where: { $0.name == "tr" && !$0.isClosing }) == 1 else { return nil }
        var headings: [String] = []
        let head = tags.first.map { first in tags.last.map { bytes[first.start..<$0.end] } ?? [] } ?? []
        let repeats = String(decoding: head, as: UTF8.self).contains("{{#")
        for (place, tag) in tags.enumerated() where tag.name == "th" && !tag.isClosing {
            guard tags.indices.contains(place + 1), !written(tag).contains("span=") else { return nil }
            let inner = String(decoding: bytes[tag.end..<tags[place + 1].start], as: UTF8.self)
            let words = Self.withoutTags(inner)
            // Behind a section anything but a label may be a column of its own for each of many things.
            let names = words.split(separator: "{{", omittingEmptySubsequences: false).dropFirst()
            guard !repeats || names.allSatisfy({ $0.hasPrefix("t.") }), !words.contains("\"") else { return nil }
            headings.append(words)
        }
        return headings.isEmpty ? nil : headings
    }

    /// The cells of each row with the ends of what they hold; nil when one has other cells than there are headings.
    private func rows(_ tags: [Tag], cells count: Int) -> [[(cell: Tag, end: Int)]]? {
        var rows: [[(cell: Tag, end: Int)]] = []
        for (place, tag) in tags.enumerated() where !tag.isClosing {
            switch tag.name {
            case "tr": rows.append([])
            case "td", "th":
                guard !rows.isEmpty, tags.indices.contains(place + 1), !written(tag).contains("span=") else {
                    return nil
                }
                rows[rows.count - 1].append((tag, tags[place + 1].start))
            default: break
            }
        }
        return !rows.isEmpty && rows.allSatisfy { $0.count == count } ? rows : nil
    }

    private func holdsLink(_ part: (cell: Tag, end: Int)) -> Bool {
        String(decoding: bytes[part.cell.end..<part.end], as: UTF8.self).contains(" href=")
    }

    private func written(_ tag: Tag) -> String { String(decoding: bytes[tag.start..<tag.end], as: UTF8.self) }

    private mutating func add(_ attributes: String, to tag: Tag) {
        insertions.append((tag.end - 1, attributes))
    }

    private static let names: Set<String> = ["table", "thead", "tbody", "tr", "th", "td"]

    /// The tags of tables, in order.
    private var tags: [Tag] {
        var tags: [Tag] = []
        var place = 0
        while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            let isClosing = bytes[start...].dropFirst().first == UInt8(ascii: "/")
            let nameStart = start + (isClosing ? 2 : 1)
            let letters = bytes[min(nameStart, bytes.count)...].prefix { (0x61...0x7A).contains($0) }
            place = max(letters.endIndex, start + 1)
            let name = String(decoding: letters, as: UTF8.self)
            guard Self.names.contains(name), let close = bytes[place...].firstIndex(of: UInt8(ascii: ">")) else {
                continue
            }
            tags.append(Tag(name: name, isClosing: isClosing, start: start, end: close + 1))
            place = close + 1
        }
        return tags
    }

    private static func withoutTags(_ text: String) -> String {
        var (result, isTag) = ("", false)
        for letter in text {
            if letter == "<" {
                isTag = true
            } else if letter == ">" {
                isTag = false
            } else if !isTag {
                result.append(letter)
            }
        }
        return result
    }
}
