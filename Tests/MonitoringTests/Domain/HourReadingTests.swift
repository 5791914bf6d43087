import HJ212
import Kernel
import Testing

@testable import Monitoring

struct HourReadingTests {
    /// `judged` is the value that decides; nil when none does.
    @Test(
        arguments: [
            ("a21026-Avg=60,a21026-ZsAvg=20,a21026-Flag=N", "20"), ("a21026-Avg=20,a21026-ZsAvg=60", "60"),
            ("a21026-Avg=60", "60"), ("a21026-Avg=60,a21026-Flag=N", "60"), ("a21026-Avg= 60 ", "60"),
            ("a21026-Avg=NF,a21026-ZsAvg=20", "20"), ("a21026-Avg=60,a21026-ZsAvg=NF", "60"),
            ("a21026-Avg=NF,a21026-Flag=N", nil), ("a21026-Avg=,a21026-Flag=N", nil), ("a21026-Avg=1e3", nil),
            ("a21026-Avg=60,a21026-Flag=", nil), ("a21026-Avg=60,a21026-Flag=n", nil),
            ("a21026-Avg=60;a21026-Avg=20", "60"), ("PolId=1;a21026-Avg=60;PolId=2;a21026-Avg=20", "60"),
            ("a21026-Min=60,a21026-Max=90", nil), ("a21026-Rtd=60", nil),
        ] + "STDCMFBX".map { ("a21026-Avg=60,a21026-Flag=\($0)", nil) } as [(String, DecimalNumber?)])
    func `the converted value decides, else the measured one, and only with mark N or none`(
        area: String, judged: DecimalNumber?
    ) throws {
        let frame = try WireFrame.frame(ofSegment: "MN=M1;CN=2061;CP=&&DataTime=20261123001500;\(area)&&")
        let digest = Digest256(of: frame.bytes)
        let readings = HourReading.readings(
            of: frame, filing: try FrameFiling(frame), digest: digest,
            interpretation: FactorInterpretation(try MonitoringStage.factorTable()))
        #expect(readings.map(\.0) == [.sulphurDioxide])
        let reading = try #require(readings.first?.1)
        #expect(reading.hour == HourPattern.start && reading.frame == digest)
        #expect((reading.isValid ? reading.judged : nil) == judged)
    }

    @Test(arguments: [(2011, nil), (2031, 0), (2051, nil), (2061, 1)] as [(Int, Int?)])
    func `only hour and day frames carry means that may decide`(command: Int, hour: Int?) throws {
        let frame = try WireFrame.frame(
            ofSegment: "MN=M1;CN=\(command);CP=&&DataTime=20261123013000;a21026-Avg=60&&")
        let filing = try FrameFiling(frame)
        let readings = HourReading.readings(
            of: frame, filing: filing, digest: Digest256(of: frame.bytes),
            interpretation: FactorInterpretation(try MonitoringStage.factorTable()))
        #expect(readings.map(\.1.hour) == [hour].compactMap { $0.map(HourPattern.hour) })
    }
}
