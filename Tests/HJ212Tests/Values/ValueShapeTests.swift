import HJ212
import Testing

struct ValueShapeTests {
    @Test(
        arguments: [
            ("12.3", .number), ("-0.052", .number), ("+1", .number), (" 7 ", .number), ("0", .number), ("99", .number),
            ("98.9", .number), ("12345678901234.56", .number), ("123456789012345", .longNumber),
            ("234.582359223572", .number), ("35.53284578250391234", .longNumber), ("999.99", .allNines),
            ("9999", .allNines), ("999.90", .number), ("-999", .sentinel), ("-00999.000", .sentinel),
            ("-9999", .sentinel),
            ("-999.5", .number), ("-99", .number), ("FF", .sentinel), ("NFFFF", .sentinel), ("NF", .text), ("F", .text),
            ("NaN", .sentinel), ("", .empty), (" ", .empty), ("N", .text), ("1.", .text), (".5", .text),
            ("1.2.3", .text),
            ("1e5", .text), ("--", .text), ("-", .text), ("+", .text), ("一", .text),
        ] as [(String, ValueShape)])
    func `a value has one shape`(value: String, shape: ValueShape) {
        #expect(ValueShape(of: value) == shape)
    }
}
