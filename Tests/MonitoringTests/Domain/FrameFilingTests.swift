import HJ212
import Kernel
import Testing

@testable import Monitoring

struct FrameFilingTests {
    @Test(
        arguments: [
            ("MN=;CN=2061;QN=20261123010000000;CP=&&DataTime=20261123000000&&", .noDevice),
            ("MN=\(String(repeating: "M", count: 65));CN=2061;CP=&&DataTime=20261123000000&&", .noDevice),
            ("MN=M1;CN=;CP=&&DataTime=20261123000000&&", .noCommand),
            ("MN=M1;CN=2061;QN=20261123010000000;CP=&&a21026-Avg=1&&", .noTime),
            ("MN=M1;CN=2061;CP=&&DataTime=20260230000000&&", .noTime),
            ("MN=M1;CN=9015;QN=99;CP=&&&&", .noTime),
            ("MN=M1;CN=2061;QN=2026\0;CP=&&DataTime=20261123000000&&", .nulByte),
        ] as [(String, FrameFiling.Refusal)])
    func `what cannot be filed says why`(segment: String, refusal: FrameFiling.Refusal) throws {
        let frame = try WireFrame.frame(ofSegment: segment)
        #expect(throws: refusal) { try FrameFiling(frame) }
    }

    @Test(
        arguments: [
            ("MN=M1;CN=2061;PW=123456;CP=&&DataTime=20261123000000&&", 0, 0, ""),
            (
                "QN=20261123010203004;MN=M1;CN=2061;PNUM=3;PNO=2;CP=&&DataTime=20261123003000&&", 1800, 2,
                "20261123010203004"
            ),
            ("QN=20261123010000000;MN=M1;CN=9015;CP=&&&&", 3600, 0, "20261123010000000"),
        ] as [(String, Int64, Int, String)])
    func `a frame is filed by its header and data time`(
        segment: String, seconds: Int64, packet: Int, requestNumber: String
    ) throws {
        let filing = try FrameFiling(WireFrame.frame(ofSegment: segment))
        #expect(filing.device.text == "M1")
        #expect(filing.dataTime == HourPattern.start.adding(seconds: seconds))
        #expect(filing.packet == packet && filing.requestNumber == requestNumber)
    }
}
