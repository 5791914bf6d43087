@testable import HJ212

/// Frames and streams of the tests' own making.
enum Wire {
    /// A frame around a segment, its CRC right unless told otherwise.
    static func frame(
        _ segment: String, length: String? = nil, crc: String? = nil, tail: String = "\r\n"
    ) -> [UInt8] {
        let bytes = Array(segment.utf8)
        let declared = length ?? padded(String(bytes.count), 4)
        return Array("##\(declared)".utf8) + bytes + Array((crc ?? hex(CRC16.hj212(bytes))).utf8) + Array(tail.utf8)
    }

    static func hex(_ value: UInt16) -> String { padded(String(value, radix: 16, uppercase: true), 4) }

    static func padded(_ text: String, _ length: Int) -> String {
        String(repeating: "0", count: max(0, length - text.count)) + text
    }

    static let head = "QN=20261123140000000;ST=31;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"

    /// A segment of hour data around the items of a data area.
    static func segment(_ area: String) -> String { "\(head)CP=&&\(area)&&" }

    /// An hour frame with all of the usual, canonical.
    static let hour = frame(
        segment("DataTime=20261123130000;a21026-Avg=35.2,a21026-ZsAvg=41.0,a21026-Flag=N;a01012-Avg=98.6"))

    /// An hour frame of four factors, some 500 bytes.
    static let longHour = frame(
        segment(
            "DataTime=20261123130000;"
                + ["a21026", "a21002", "a34013", "a19001"].map { factor in
                    ["Min", "Avg", "Max", "ZsMin", "ZsAvg", "ZsMax"].map { "\(factor)-\($0)=12.345" }
                        .joined(separator: ",") + ",\(factor)-Flag=N"
                }.joined(separator: ";")))

    /// The official CRC example of HJ 212-2017, appendix A.
    static let official2017 = Array(
        ("##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;"
            + "Flag=5;CP=&&RtdInterval=30&&1C80\r\n").utf8)

    /// Everything a scanner makes of a stream, given whole or in the pieces that end at these places.
    static func scan(
        _ stream: [UInt8], _ options: ScanOptions = ScanOptions(tail: .awaited), cutAt cuts: [Int] = [],
        glancing: Bool = true
    ) -> [ScanEvent] {
        var scanner = FrameScanner(options: options)
        if !glancing { scanner.takesCanonicalFramesAtAGlance = false }
        var events: [ScanEvent] = []
        var start = 0
        for end in cuts + [stream.count] {
            scanner.append(stream[start..<end])
            while let event = scanner.next() { events.append(event) }
            start = end
        }
        return events + scanner.finish()
    }

    /// The one frame of a stream.
    static func accepted(_ stream: [UInt8], _ options: ScanOptions = ScanOptions(tail: .awaited)) -> Frame? {
        let events = scan(stream, options)
        guard events.count == 1 else { return nil }
        return events[0].frame
    }
}

extension ScanEvent {
    var frame: Frame? {
        if case .accepted(let frame) = self { return frame }
        return nil
    }

    var rejected: RejectedStretch? {
        if case .quarantined(let stretch) = self { return stretch }
        return nil
    }

    /// In one line, for comparisons whose failure should be readable.
    var line: String {
        if let rejected { return "\(offset)+\(bytes.count) \(rejected.reason)" }
        return "\(offset)+\(bytes.count) accepted \(frame?.deviations.map(\.rawValue) ?? [])"
    }

    var offset: Int { frame?.offset ?? rejected?.offset ?? -1 }

    var bytes: [UInt8] { frame?.bytes ?? rejected?.bytes ?? [] }
}
