import Facts
import Kernel
import Testing

struct QuarantinePayloadTests {
    private static func forms() throws -> [PayloadFormTests.Form] {
        [
            try PayloadFormTests.Form(
                QuarantineReprocessed(
                    selected: 3, stored: 1, repeated: 1, remaining: 1, reason: "crc-mismatch",
                    device: DeviceNumber(checked: "M1")), "monitoring.quarantine-reprocessed",
                """
                {"device":"M1","reason":"crc-mismatch","remaining":1,"repeated":1,"selected":3,"stored":1}
                """),
            try PayloadFormTests.Form(
                QuarantineDropped(
                    entries: 2, times: 5, bytes: 9, from: Instant(milliseconds: 1), to: Instant(milliseconds: 2),
                    causes: ["entries": 1, "bytes": 1]), "monitoring.quarantine-dropped",
                #"{"bytes":9,"causes":{"bytes":1,"entries":1},"entries":2,"from":1,"times":5,"to":2}"#),
            try PayloadFormTests.Form(
                DeviceCheckSettled(device: DeviceNumber(checked: "M1"), crc: "modbus", why: "x"),
                "monitoring.device-check-settled", #"{"crc":"modbus","device":"M1","why":"x"}"#),
        ]
    }

    @Test(arguments: try forms())
    func `a payload of the quarantine has one form`(form: PayloadFormTests.Form) {
        #expect(String(decoding: form.bytes, as: UTF8.self) == form.json)
        #expect(form.comesBack)
    }
}
