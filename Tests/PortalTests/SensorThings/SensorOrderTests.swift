import Kernel
import Testing

@testable import Portal

struct SensorOrderTests {
    private static let fields = ["time", "result"]

    @Test func `an order names fields with commas between them, the first counts before the second`() throws {
        let order = try SensorOptions.order("result desc,time", fields: Self.fields)
        #expect(order == [.init(field: "result", isDescending: true), .init(field: "time", isDescending: false)])
        #expect(try SensorOptions.order(nil, fields: Self.fields).map(\.field) == ["time"])
        let options = SensorOptions(top: 9, skip: 0, filter: nil, order: order)
        let values = [(1, 5), (2, 7), (0, 5), (3, 7)]
        let chosen = options.chosen(of: values) { value, field in
            .number(DecimalNumber(field == "time" ? value.0 : value.1))
        }
        #expect(chosen.shown.map(\.0) == [2, 3, 0, 1])
    }

    @Test(arguments: ["", "result up", "result desc desc", "result,", "time,time,time,time,time,time"])
    func `anything else is refused with its option`(text: String) {
        #expect(throws: SensorRefusal.wrongValue(option: "$orderby")) {
            try SensorOptions.order(text, fields: Self.fields)
        }
    }

    @Test func `an unknown field is refused with those that there are`() {
        #expect(throws: SensorRefusal.unknownField("colour", known: Self.fields)) {
            try SensorOptions.order("time,colour", fields: Self.fields)
        }
    }
}
