import Facts
import Testing

struct CanonicalJSONTests {
    private struct Nested: Codable, Equatable {
        let zebra: [String: [Int64]]
        let apple: Inner?
        let flag: Bool

        struct Inner: Codable, Equatable {
            let b: String
            let a: [Inner]
        }
    }

    @Test(arguments: [
        (
            [
                "a10": "1", "a9": "2", "B": "3", "a": "4", "é": "5", "中": "6", "𝒳": "7", "\u{FFEE}": "8", "_": "9",
                "": "0",
            ],
            #"{"":"0","B":"3","_":"9","a":"4","a10":"1","a9":"2","é":"5","中":"6","￮":"8","𝒳":"7"}"#
        ),
        (["k": "a/b</x>&'\"\\"], #"{"k":"a/b</x>&'\"\\"}"#),
        (["k": "\u{0}\u{1}\u{8}\t\n\u{C}\r\u{1F}\u{7F}"], "{\"k\":\"\\u0000\\u0001\\b\\t\\n\\f\\r\\u001f\u{7F}\"}"),
        (["k": "鉴湖😀\u{2028}e\u{301}"], "{\"k\":\"鉴湖😀\u{2028}e\u{301}\"}"),
        ([:], "{}"),
    ])
    func `text has one form, keys in the order of their code points`(value: [String: String], json: String) throws {
        let bytes = try CanonicalJSON.bytes(of: value)
        #expect(String(decoding: bytes, as: UTF8.self).unicodeScalars.elementsEqual(json.unicodeScalars))
        #expect(try CanonicalJSON.value([String: String].self, from: bytes) == value)
    }

    @Test func `nesting, extremes and absent values have one form too`() throws {
        let value = Nested(
            zebra: ["y": [.max, .min, 0], "x": []], apple: .init(b: "", a: [.init(b: "1", a: [])]), flag: true)
        let json = """
            {"apple":{"a":[{"a":[],"b":"1"}],"b":""},"flag":true,\
            "zebra":{"x":[],"y":[9223372036854775807,-9223372036854775808,0]}}
            """
        #expect(try CanonicalJSON.bytes(of: value) == Array(json.utf8))
        #expect(try CanonicalJSON.value(Nested.self, from: Array(json.utf8)) == value)
        let bare = Nested(zebra: [:], apple: nil, flag: false)
        #expect(try CanonicalJSON.bytes(of: bare) == Array(#"{"flag":false,"zebra":{}}"#.utf8))
    }
}
