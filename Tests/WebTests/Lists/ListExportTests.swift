import Access
import Kernel
import Testing

@testable import Web

struct ListExportTests {
    @Test func `a list comes in parts as a page, and whole as filtered when it is taken away`() async throws {
        let stage = try await SiteStage(routes: ListExample.routes(8))
        let officer = try await stage.browser(of: SiteStage.officer)
        let part = try await officer.get("/lakes?over=2", ["Accept": "application/json"])
        #expect(part.body == #"["3","4","5"]"#)
        let table = try await officer.get("/lakes.csv?over=2&after=6")
        #expect(table.header("content-type") == "text/csv; charset=utf-8")
        #expect(table.header("content-disposition")?.hasPrefix("attachment; filename*=UTF-8''%E6%B9%96") == true)
        #expect(table.body == "\u{FEFF}\"名称\",\"字数\"\r\n" + (3...8).map { "\"\($0)\",1\r\n" }.joined())
        let book = try await officer.get("/lakes.xlsx")
        #expect(book.header("content-type") == ListFormat.xlsx.contentType && book.body.hasPrefix("PK"))
        #expect(try await stage.browser(of: SiteStage.manager).get("/lakes.csv").status == 403)
        #expect(try await stage.stranger.get("/lakes.csv", ["Accept": "application/json"]).status == 401)
    }

    @Test func `a list beyond the bound says so in its last row, in the reader's language`() async throws {
        let stage = try await SiteStage(routes: ListExample.routes(ListFormat.rowsMax + 1))
        let officer = try await stage.browser(of: SiteStage.officer)
        let lines = try await officer.get("/lakes.csv?lang=en").body.split(separator: "\r\n")
        #expect(lines.count == ListFormat.rowsMax + 2)
        #expect(lines.last == "\"only the first 10000 rows: narrow the filter and export again\"")
    }

    @Test func `files for anybody come in parts, each names the next`() async throws {
        let stage = try await SiteStage(routes: ListExample.routes(8, filesHold: 5))
        let officer = try await stage.browser(of: SiteStage.officer)
        var (address, found): (String?, [String]) = ("/lakes.csv?over=1", [])
        while let next = address {
            let lines = try await officer.get(next).body.split(separator: "\r\n").dropFirst()
            found += lines.filter { $0.hasSuffix(",1") }.map(String.init)
            address = lines.last?.firstMatch(of: /\/lakes[^"]*/).map { String($0.output) }
        }
        #expect(found == (2...8).map { "\"\($0)\",1" })
        #expect(try await officer.get("/lakes.csv?after=x").status == 422)
    }

    @Test(arguments: [(ListContent.business, 0), (.personal, 2)])
    func `taking people away is kept for the audit, with the filter`(content: ListContent, kept: Int) async throws {
        let stage = try await SiteStage(routes: ListExample.routes(3, content: content))
        _ = try await stage.browser(of: SiteStage.officer).get("/lakes.csv?over=1")
        _ = try await stage.browser(of: SiteStage.officer).get("/lakes")
        _ = try await stage.browser(of: SiteStage.manager).get("/lakes.xlsx")
        let events = try await stage.access.events(
            AuditFilter(person: nil, beginning: "/lakes", from: nil, until: nil, before: nil, limit: 10))
        #expect(events.count == kept)
        #expect(events.map(\.path) == Array(["/lakes.xlsx", "/lakes.csv?over=1"].prefix(kept)))
        #expect(events.map(\.status) == Array([403, 200].prefix(kept)))
    }

    @Test func `the description names filters, places and media types of a list`() async throws {
        let routes = ListExample.routes(1)
        #expect(routes.map(\.path) == ["/lakes", "/lakes.csv", "/lakes.xlsx"])
        #expect(routes.map { $0.query.map(\.name) } == [["over", "after"], ["over"], ["over"]])
        #expect(routes[2].answer == .download(ListFormat.xlsx.contentType))
    }

    @Test(arguments: [
        ("湖", "\"湖\""), ("a\"b", "\"a\"\"b\""), ("=1+1", "\"'=1+1\""), ("+86", "\"'+86\""), ("-2", "\"'-2\""),
        ("@x", "\"'@x\""), (" =1", "\"' =1\""), ("\t1", "\"'\t1\""), ("＝1", "\"'＝1\""), ("1-1", "\"1-1\""),
        ("", "\"\""), ("x\"\u{301},=1", "\"x\"\"\u{301},=1\""), ("=\u{200D}1", "\"'=\u{200D}1\""),
    ])
    func `a text that a spreadsheet would run is made harmless`(text: String, written: String) {
        #expect(CSVText.quoted(text) == written)
    }

    @Test(arguments: [
        ("-12.50", true), ("0", true), ("007", true), ("", false), ("-", false), ("1.", false), ("1e5", false),
        ("+1", false), ("1.2.3", false), ("<0.1", false),
    ])
    func `only plain digits count as a number`(text: String, isNumber: Bool) {
        #expect(TableCell.isPlainNumber(text) == isNumber)
    }
}
