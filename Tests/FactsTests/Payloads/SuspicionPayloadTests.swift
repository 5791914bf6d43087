import Facts
import Kernel
import Testing

struct SuspicionPayloadTests {
    private static func forms() throws -> [PayloadFormTests.Form] {
        let (suspicion, outlet) = (SuspicionID(checked: "SG1"), OutletID(checked: "O1"))
        let root = Digest256(of: [UInt8]())
        return [
            try PayloadFormTests.Form(
                SuspicionFound(
                    suspicion: suspicion, outlet: outlet, pollutant: .sulphurDioxide, sign: "flat-line", rule: "MON-20",
                    firstHour: Instant(milliseconds: 0), lastHour: Instant(milliseconds: 7), figures: ["hours": "12"],
                    framesRoot: root, decision: DecisionID(checked: "D1")),
                "monitoring.suspicion-found",
                #"{"decision":"D1","figures":{"hours":"12"},"firstHour":0,"framesRoot":"\#(root.hex)","lastHour":7,"#
                    + #""outlet":"O1","pollutant":"a21026","rule":"MON-20","sign":"flat-line","suspicion":"SG1"}"#),
            try PayloadFormTests.Form(
                SuspicionEnded(suspicion: suspicion, outlet: outlet, lastHour: Instant(milliseconds: 7)),
                "monitoring.suspicion-ended", #"{"lastHour":7,"outlet":"O1","suspicion":"SG1"}"#),
        ]
    }

    @Test(arguments: try forms())
    func `a payload of suspicions has one form`(form: PayloadFormTests.Form) {
        #expect(String(decoding: form.bytes, as: UTF8.self) == form.json)
        #expect(form.comesBack)
    }
}
