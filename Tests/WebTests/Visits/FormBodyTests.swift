import Testing

@testable import Web

struct FormBodyTests {
    @Test(arguments: [
        ("12.5", "12.5"), ("0.1", "0.1"), ("-3", "-3"), ("1e3", "1000"), ("1054013.000001", "1054013.000001"),
        ("12345678901234567890.123456", "12345678901234567890.123456"), ("9007199254740993.1", "9007199254740993.1"),
    ])
    func `a number in JSON keeps its digits`(number: String, text: String) throws {
        let body = try FormBody(Array(#"{"value": \#(number), "note": "1\"5"}"#.utf8), contentType: "application/json")
        #expect(body.values == ["value": text, "note": "1\"5"])
    }

    @Test(arguments: ["1e99", "1e-99", "0.1234567890123456789012345678901", "1.5.5", "NaN"])
    func `a number that would be rounded, or is none, is refused`(number: String) {
        #expect(throws: Problem.unreadableBody) {
            try FormBody(Array(#"{"value": \#(number)}"#.utf8), contentType: "application/json")
        }
    }
}
