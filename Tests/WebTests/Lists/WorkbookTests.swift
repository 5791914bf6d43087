import CZlib
import Kernel
import Testing

@testable import Web

struct WorkbookTests {
    private static let rows: [TableCell] = [
        .text("=1+1"), .text("a<b>&\"\u{1}"), .number("-12.50"), .number("<0.1"), .none,
        .day(CivilDate(dayNumber: 20_785)), .moment(Instant(startOf: CivilDate(dayNumber: 20_785)).adding(hours: 6)),
    ]

    private static let table = ListTable(
        Phrase("表/一", "One"), rows, .chinese, columns: [TableColumn(Phrase("值", "Value")) { $0 }])

    /// What an entry of an archive holds, read by the directory's word alone.
    private func content(_ wanted: String, of archive: [UInt8]) throws -> String {
        let end = archive.count - 22
        #expect(Array(archive[end..<end + 4]) == [0x50, 0x4b, 5, 6])
        var place = archive.number(end + 16, 4)
        for _ in 0..<archive.number(end + 10, 2) {
            let (checksum, packed, count) = (
                archive.number(place + 16, 4), archive.number(place + 20, 4), archive.number(place + 24, 4)
            )
            let (nameLength, local) = (archive.number(place + 28, 2), archive.number(place + 42, 4))
            let name = String(decoding: archive[place + 46..<place + 46 + nameLength], as: UTF8.self)
            place += 46 + nameLength
            guard name == wanted else { continue }
            let start = local + 30 + nameLength
            let bytes = inflated(Array(archive[start..<start + packed]), count: count)
            #expect(Int(crc32(0, bytes, UInt32(count))) == checksum)
            return String(decoding: bytes, as: UTF8.self)
        }
        return ""
    }

    private func inflated(_ packed: [UInt8], count: Int) -> [UInt8] {
        var (packed, stream) = (packed, z_stream())
        inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { inflateEnd(&stream) }
        return [UInt8](unsafeUninitializedCapacity: count) { output, filled in
            packed.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(count)
                #expect(inflate(&stream, Z_FINISH) == Z_STREAM_END)
            }
            filled = count - Int(stream.avail_out)
        }
    }

    @Test func `the workbook has a default style, which some programs miss aloud`() throws {
        let styles = try content("xl/styles.xml", of: Workbook([Self.table]).bytes)
        #expect(styles.contains(#"<cellStyle name="Normal" xfId="0" builtinId="0"/>"#))
        // Cells without a style take the first one.
        #expect(styles.contains(#"<cellXfs count="4"><xf xfId="0"/>"#))
        #expect(!styles.contains("<xf numFmtId") && !styles.contains("<xf fillId"))
    }

    @Test func `texts stay texts, numbers keep their digits, days and moments count as such`() throws {
        let sheet = try content("xl/worksheets/sheet1.xml", of: Workbook([Self.table]).bytes)
        #expect(sheet.contains(#"<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>"#))
        #expect(sheet.contains("a&lt;b&gt;&amp;&quot;</t>"))
        #expect(sheet.contains(#"<c r="A4"><v>-12.50</v></c>"#))
        #expect(sheet.contains(#"<c r="A5" t="inlineStr"><is><t xml:space="preserve">&lt;0.1</t>"#))
        #expect(sheet.contains(#"<row r="6"></row>"#))
        // 2026-11-28 is day 46354 of a workbook; six o'clock is a quarter of it.
        #expect(sheet.contains(#"<c r="A7" s="2"><v>46354</v></c>"#))
        #expect(sheet.contains(#"s="3"><v>46354.250000000</v>"#))
        #expect(sheet.contains(#"state="frozen""#) && sheet.contains(#"<autoFilter ref="A1:A8"/>"#))
    }

    @Test func `a table of tables has a sheet for each, under names that workbooks take`() throws {
        let names = Workbook.sheetNames(["表/一", "表一", "", String(repeating: "长", count: 40)])
        #expect(names == ["表一", "表一 2", "1", String(repeating: "长", count: 28)])
        let book = Workbook([Self.table, Self.table]).bytes
        #expect(try content("xl/workbook.xml", of: book).contains(#"<sheet name="表一 2" sheetId="2" r:id="rId2"/>"#))
        #expect(try content("xl/worksheets/sheet2.xml", of: book).contains("46354"))
        #expect(try content("[Content_Types].xml", of: book).contains("/xl/worksheets/sheet2.xml"))
    }

    @Test func `a term that ends at midnight reads as pages say it in every table`() throws {
        let midnight = Instant(startOf: CivilDate(dayNumber: 20_786))
        let table = ListTable(
            Phrase("表", "One"), [TableCell.term(midnight)], .chinese, columns: [TableColumn(Phrase("时限", "Due")) { $0 }]
        )
        #expect(String(decoding: CSVText([table]).bytes, as: UTF8.self).hasSuffix("\r\n2026-11-28 24:00\r\n"))
        #expect(
            try content("xl/worksheets/sheet1.xml", of: Workbook([table]).bytes)
                .contains(#"t="inlineStr"><is><t xml:space="preserve">2026-11-28 24:00</t>"#))
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
    func `columns are called by letters`(column: Int, name: String) {
        #expect(Workbook.columnName(column) == name)
    }
}

extension [UInt8] {
    /// A number of so many bytes, lowest first.
    fileprivate func number(_ place: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(self[place + $1]) << (8 * $1) }
    }
}
