import Testing

@testable import Monitoring

struct ByteLineTests {
    @Test(arguments: [
        ("", [], []),
        ("##00", ["23 23 30 30"], ["##00"]),
        ("PW=12;x", ["50 57 3D ** ** 3B 78"], ["PW=**;x"]),
        ("NewPW= 12&&", ["4E 65 77 50 57 3D ** ** ** 26 26"], ["NewPW=***&&"]),
        ("pw =1\r\n", ["70 77 20 3D ** 0D 0A"], ["pw =*←↓"]),
        ("NewSK=1,a", ["4E 65 77 53 4B 3D ** 2C 61"], ["NewSK=*,a"]),
        ("PWx=12", ["50 57 78 3D 31 32"], ["PWx=12"]),
        ("PW", ["50 57"], ["PW"]),
        ("\u{0}\t\u{7F}é", ["00 09 7F C3 A9"], ["∅→···"]),
        (
            "0123456789abcdefXY",
            ["30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66", "58 59"], ["0123456789abcdef", "XY"]
        ),
    ])
    func `bytes stand as digits and characters, secrets covered`(text: String, hex: [String], shown: [String]) {
        let lines = ByteLine.lines(of: Array(text.utf8))
        #expect(lines.map(\.hex) == hex)
        #expect(lines.map(\.text) == shown)
        #expect(lines.map(\.offset) == ["0000", "0010"].prefix(lines.count).map { $0 })
    }
}
