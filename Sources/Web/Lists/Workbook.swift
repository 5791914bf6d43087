import Kernel

/// Tables as a workbook (ISO/IEC 29500, "xlsx"): one sheet each, its heading marked, kept in sight and filterable.
/// Texts are inline strings, which no program computes; numbers are written by their decimal digits.
struct Workbook {
    private let tables: [ListTable]
    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    /// What a cell of a workbook holds at most.
    private static let textMax = 32_767
    /// How wide a column is shown, in characters.
    private static let widths = 8...60
    /// Places among the styles of `styles.xml`.
    private static let (headingStyle, dayStyle, momentStyle) = (1, 2, 3)

    init(_ tables: [ListTable]) {
        self.tables = tables
    }

    /// The file.
    var bytes: [UInt8] {
        var archive = ZIPArchive()
        archive.add("[Content_Types].xml", Array(contentTypes.utf8))
        archive.add("_rels/.rels", Array(relations.utf8))
        archive.add("xl/workbook.xml", Array(workbook.utf8))
        archive.add("xl/_rels/workbook.xml.rels", Array(workbookRelations.utf8))
        archive.add("xl/styles.xml", Array(styles.utf8))
        for (place, table) in tables.enumerated() {
            archive.add("xl/worksheets/sheet\(place + 1).xml", Array(Self.sheet(table).utf8))
        }
        return archive.bytes
    }

    private var contentTypes: String {
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let sheets = tables.indices.map {
            #"<Override PartName="/xl/worksheets/sheet\#($0 + 1).xml" ContentType="\#(type).worksheet+xml"/>"#
        }
        return Self.head + #"<Types xmlns="\#(Self.package)/content-types">"#
            + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
            + #"<Default Extension="xml" ContentType="application/xml"/>"#
            + #"<Override PartName="/xl/workbook.xml" ContentType="\#(type).sheet.main+xml"/>"#
            + #"<Override PartName="/xl/styles.xml" ContentType="\#(type).styles+xml"/>"#
            + sheets.joined() + "</Types>"
    }

    private var relations: String {
        Self.head + #"<Relationships xmlns="\#(Self.package)/relationships">"#
            + #"<Relationship Id="rId1" Type="\#(Self.office)/officeDocument" Target="xl/workbook.xml"/>"#
            + "</Relationships>"
    }

    private var workbookRelations: String {
        let sheets = tables.indices.map {
            #"<Relationship Id="rId\#($0 + 1)" Type="\#(Self.office)/worksheet" "#
                + #"Target="worksheets/sheet\#($0 + 1).xml"/>"#
        }
        return Self.head + #"<Relationships xmlns="\#(Self.package)/relationships">"# + sheets.joined()
            + #"<Relationship Id="rId\#(tables.count + 1)" Type="\#(Self.office)/styles" Target="styles.xml"/>"#
            + "</Relationships>"
    }

    private var workbook: String {
        let names = Self.sheetNames(tables.map(\.name))
        let sheets = names.enumerated().map {
            #"<sheet name="\#(Self.escaped($1))" sheetId="\#($0 + 1)" r:id="rId\#($0 + 1)"/>"#
        }
        return Self.head + #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.office)"><sheets>"#
            + sheets.joined() + "</sheets></workbook>"
    }

    /// Plain, a heading on grey, a day, a moment.
    private var styles: String {
        Self.head + #"<styleSheet xmlns="\#(Self.main)"><numFmts count="2">"#
            + #"<numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/>"#
            + #"<numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts>"#
            + #"<fonts count="1"><font><sz val="11"/></font></fonts>"#
            + #"<fills count="3"><fill><patternFill patternType="none"/></fill>"#
            + #"<fill><patternFill patternType="gray125"/></fill>"#
            + #"<fill><patternFill patternType="solid"><fgColor rgb="FFE3E9E8"/></patternFill></fill></fills>"#
            + #"<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>"#
            + #"<cellXfs count="4"><xf xfId="0"/><xf xfId="0" fillId="2" applyFill="1"/>"#
            + #"<xf xfId="0" numFmtId="164" applyNumberFormat="1"/>"#
            + #"<xf xfId="0" numFmtId="165" applyNumberFormat="1"/></cellXfs>"#
            + #"<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#
    }

    /// Names as a workbook takes them: no more than 31 characters, none of `[]:*?/\`, each once.
    static func sheetNames(_ names: [String]) -> [String] {
        var taken: [String] = []
        for name in names {
            let plain = name.filter { !"[]:*?/\\'".contains($0) }
            var candidate = String((plain.isEmpty ? "1" : plain).prefix(28))
            if taken.contains(candidate) { candidate += " \(taken.count + 1)" }
            taken.append(candidate)
        }
        return taken
    }

    private static func sheet(_ table: ListTable) -> String {
        let last = "\(columnName(max(0, table.headings.count - 1)))\(table.rows.count + 1)"
        let columns = table.headings.indices.map { column in
            let cells = table.rows.prefix(200).compactMap { $0.count > column ? $0[column] : nil }
            let widest = (cells + [.text(table.headings[column])]).map(width).max() ?? 0
            let shown = min(max(widest, widths.lowerBound), widths.upperBound)
            return #"<col min="\#(column + 1)" max="\#(column + 1)" width="\#(shown + 2)" customWidth="1"/>"#
        }
        var text = head + #"<worksheet xmlns="\#(main)"><sheetViews><sheetView workbookViewId="0">"#
        text += #"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"#
        text += "<cols>" + columns.joined() + "</cols><sheetData>"
        text += row(1, table.headings.map { .text($0) }, style: headingStyle)
        for (place, cells) in table.rows.enumerated() { text += row(place + 2, cells, style: nil) }
        text += #"</sheetData><autoFilter ref="A1:\#(last)"/></worksheet>"#
        return text
    }

    private static func row(_ number: Int, _ cells: [TableCell], style: Int?) -> String {
        let written = cells.enumerated().map { column, cell in
            Self.cell(cell, at: "\(columnName(column))\(number)", style: style.map { #" s="\#($0)""# } ?? "")
        }
        return #"<row r="\#(number)">"# + written.joined() + "</row>"
    }

    private static func cell(_ cell: TableCell, at place: String, style: String) -> String {
        switch cell {
        case .none: ""
        case .number(let digits) where TableCell.isPlainNumber(digits):
            #"<c r="\#(place)"\#(style)><v>\#(digits)</v></c>"#
        case .number(let text), .text(let text):
            #"<c r="\#(place)" t="inlineStr"\#(style)><is><t xml:space="preserve">\#(escaped(text))</t></is></c>"#
        case .day(let date): #"<c r="\#(place)" s="\#(dayStyle)"><v>\#(serial(date))</v></c>"#
        case .term(let instant): Self.cell(.text(instant.termText), at: place, style: style)
        case .moment(let instant): #"<c r="\#(place)" s="\#(momentStyle)"><v>\#(serial(instant))</v></c>"#
        }
    }

    /// `A`, `B` … `Z`, `AA` …
    static func columnName(_ column: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? letter : columnName(column / 26 - 1) + letter
    }

    /// Workbooks count days from 1899-12-30 (days before 1900-03-01 are none of ours).
    private static func serial(_ date: CivilDate) -> Int64 { date.dayNumber + 25_569 }

    /// Days and their share in digits; nine of them tell a second safely.
    private static func serial(_ instant: Instant) -> String {
        let time = instant.civil
        let second = Int64(time.hour * 3_600 + time.minute * 60 + time.second)
        let share = (second * 1_000_000_000 + 43_200) / 86_400
        return "\(serial(time.date)).\(String(repeating: "0", count: 9 - "\(share)".count))\(share)"
    }

    /// How many characters a cell needs; ideographs are twice as wide.
    private static func width(of cell: TableCell) -> Int {
        switch cell {
        case .none: 0
        case .number(let text), .text(let text):
            text.unicodeScalars.prefix(60).reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
        case .day: 10
        case .term: 16
        case .moment: 19
        }
    }

    /// Text as XML takes it; characters that XML has no place for are left out.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.prefix(textMax).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
            case let other where other.value < 0x20 || other.value == 0xFFFE || other.value == 0xFFFF: continue
            case let other: result.unicodeScalars.append(other)
            }
        }
        return result
    }
}
