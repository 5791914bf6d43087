import Facts
import Kernel
import Testing

struct DeviceHealthPayloadTests {
    private static func forms() throws -> [PayloadFormTests.Form] {
        let (device, outlet) = (DeviceNumber(checked: "M1"), OutletID(checked: "O1"))
        return [
            try PayloadFormTests.Form(
                DeviceFindingBegan(
                    device: device, outlet: outlet, finding: "clock-drift", evidence: ["drift_s": "400"]),
                "devices.finding-began",
                #"{"device":"M1","evidence":{"drift_s":"400"},"finding":"clock-drift","outlet":"O1"}"#),
            try PayloadFormTests.Form(
                DeviceFindingEnded(
                    device: device, outlet: outlet, finding: "offline", began: Instant(milliseconds: 7)),
                "devices.finding-ended", #"{"began":7,"device":"M1","finding":"offline","outlet":"O1"}"#),
        ]
    }

    @Test(arguments: try forms())
    func `a payload of health has one form`(form: PayloadFormTests.Form) {
        #expect(String(decoding: form.bytes, as: UTF8.self) == form.json)
        #expect(form.comesBack)
    }
}
