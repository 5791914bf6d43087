import Facts
import Kernel
import Testing

struct DevicePayloadTests {
    private static func forms() throws -> [PayloadFormTests.Form] {
        let conversation = ConversationID(checked: "DC1")
        return [
            try PayloadFormTests.Form(
                DeviceCommandAsked(
                    conversation: conversation, device: DeviceNumber(checked: "M1"), command: "time-set",
                    parameters: ["a": "b"], reason: "r"),
                "devices.command-asked",
                """
                {"command":"time-set","conversation":"DC1","device":"M1","parameters":{"a":"b"},"reason":"r"}
                """),
            try PayloadFormTests.Form(
                DeviceCommandSent(conversation: conversation, number: 1012, requestNumber: "20261123140000000"),
                "devices.command-sent",
                #"{"conversation":"DC1","number":1012,"requestNumber":"20261123140000000"}"#),
            try PayloadFormTests.Form(
                DeviceCommandEnded(
                    conversation: conversation, state: "done", outcome: "exe-1", tries: 1, dataFrames: 0),
                "devices.command-ended",
                #"{"conversation":"DC1","dataFrames":0,"outcome":"exe-1","state":"done","tries":1}"#),
            try PayloadFormTests.Form(
                DeviceGapGivenUp(
                    outlet: OutletID(checked: "O1"), number: 2061, from: Instant(milliseconds: 0),
                    to: Instant(milliseconds: 7), tries: 3),
                "devices.gap-given-up", #"{"from":0,"number":2061,"outlet":"O1","to":7,"tries":3}"#),
            try PayloadFormTests.Form(
                DeviceAsked(device: "M1", number: 1013, answer: "time-set"), "devices.device-asked",
                #"{"answer":"time-set","device":"M1","number":1013}"#),
        ]
    }

    @Test(arguments: try forms())
    func `a payload of conversations has one form`(form: PayloadFormTests.Form) {
        #expect(String(decoding: form.bytes, as: UTF8.self) == form.json)
        #expect(form.comesBack)
    }
}
