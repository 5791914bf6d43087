import Testing

@testable import Access

struct QRSymbolTests {
    @Test func `a symbol has its three finders, and a version that holds the text`() throws {
        let symbol = try #require(QRSymbol(String(repeating: "a", count: 120)))
        // Version 8 holds 152 bytes with error correction M, version 7 holds 122: 17 + 4 × version modules.
        #expect(symbol.side == 45)
        let last = symbol.side - 7
        for (top, left) in [(0, 0), (0, last), (last, 0)] {
            for row in 0..<7 {
                for column in 0..<7 {
                    let ring = max(abs(row - 3), abs(column - 3))
                    #expect(symbol.isDark[top + row][left + column] == (ring != 2), "\(top) \(left) \(row) \(column)")
                }
            }
        }
    }

    @Test func `the drawing covers the dark modules and no others`() throws {
        let symbol = try #require(QRSymbol("otpauth://totp/Jianhu:p1"))
        var dark: Set<[Int]> = []
        for stretch in symbol.path.split(separator: "M") {
            let match = try #require(try /(\d+) (\d+)h(\d+)v1h-(\d+)z/.wholeMatch(in: stretch))
            let (column, row) = (try #require(Int(match.1)), try #require(Int(match.2)))
            #expect(match.3 == match.4)
            for offset in 0..<(try #require(Int(match.3))) { dark.insert([row, column + offset]) }
        }
        let quiet = QRSymbol.quietModules
        for row in 0..<symbol.width {
            for column in 0..<symbol.width {
                let inside =
                    (quiet..<(quiet + symbol.side)).contains(row)
                    && (quiet..<(quiet + symbol.side)).contains(column)
                let expected = inside && symbol.isDark[row - quiet][column - quiet]
                #expect(dark.contains([row, column]) == expected)
            }
        }
    }

    @Test func `a text that no symbol holds gives none`() {
        #expect(QRSymbol(String(repeating: "a", count: 3_000)) == nil)
    }
}
