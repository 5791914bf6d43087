import Kernel
import Testing

struct TextPlaceTests {
    @Test(
        arguments: [
            ("a,b\n绍兴,c\n", nil), ("\u{FEFF}\u{E000}", [1, 1]), ("a\r\nb\u{F8FF}", [2, 2]), ("a\r\r\u{F0000}", [3, 1]),
            ("a\n\n绍\u{10FFFD}\u{E000}", [3, 2]), ("e\u{301}\u{E001}", [1, 3]),
        ] as [(String, [Int]?)])
    func `the first character of private use is told by line and column`(text: String, place: [Int]?) {
        #expect(TextPlace(ofPrivateUseIn: text).map { [$0.line, $0.column] } == place)
    }
}
