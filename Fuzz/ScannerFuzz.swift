/// Frames in any stream: every cutting gives the same events, with and without the glance; the events cover the stream;
/// nothing is accepted whose check is wrong.
func scannerFuzz(_ input: [UInt8]) {
    for stream in [input, Seeds.stream(steeredBy: input)] {
        for options in [ScanOptions(), ScanOptions(crc: .any, tail: .awaited), ScanOptions(segmentLengthMax: 120)] {
            let whole = Scan.events(stream, options, pieceLength: max(1, stream.count))
            let pieceLength = 1 + Int(input.first ?? 0) % 61
            demand(
                Scan.events(stream, options, pieceLength: pieceLength) == whole, "cutting changed the events")
            demand(
                Scan.events(stream, options, pieceLength: max(1, stream.count), glancing: false) == whole,
                "the glance changed the events")
            check(whole, cover: stream)
        }
        let strict = Scan.events(stream, ScanOptions(strictness: .strict), pieceLength: max(1, stream.count))
        demand(strict.reduce(0) { $0 + bytes(of: $1).count } == stream.count, "a strict scanner lost bytes")
    }
}

private func check(_ events: [ScanEvent], cover stream: [UInt8]) {
    var place = 0
    for event in events {
        let (offset, bytes) = (offset(of: event), bytes(of: event))
        demand(offset >= place, "events overlap")
        demand(
            stream[place..<offset].allSatisfy { #"\rn"#.utf8.contains($0) || $0.isLineEnd }, "bytes were lost")
        demand(stream[offset...].starts(with: bytes), "an event shows other bytes")
        place = offset + bytes.count
        if case .accepted(let frame) = event {
            let value = frame.crc.value(over: frame.bytes[frame.segment])
            let field = frame.bytes[frame.segment.upperBound...].prefix { $0.hexDigit != nil }.prefix(4)
            let received = field.reduce(0 as UInt16) { $0 << 4 | ($1.hexDigit ?? 0) }
            demand(value == received, "a frame was accepted without proof")
            _ = (frame.dialect, frame.deviations, frame.dataTime, frame.factorReadings)
        }
    }
    demand(stream[place...].allSatisfy { #"\rn"#.utf8.contains($0) || $0.isLineEnd }, "the end was lost")
}

private func offset(of event: ScanEvent) -> Int {
    switch event {
    case .accepted(let frame): frame.offset
    case .quarantined(let stretch): stretch.offset
    }
}

private func bytes(of event: ScanEvent) -> [UInt8] {
    switch event {
    case .accepted(let frame): frame.bytes
    case .quarantined(let stretch): stretch.bytes
    }
}
