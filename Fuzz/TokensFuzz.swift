/// Any segment: what the token reader accepts, the lenient reader reads alike; and canonical frames survive writing.
@_cdecl("LLVMFuzzerTestOneInput")
public func tokensFuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    compare(input)
    compare(Array("QN=20261123140000000;ST=31;CN=2061;MN=1;Flag=4;CP=&&".utf8) + input + Array("&&".utf8))
    compare(input + Array("CP=&&a21026-Avg=1&&".utf8))
    return 0
}

private func compare(_ segment: [UInt8]) {
    let lenient = SegmentReading(lenient: segment[...])
    let quick = SegmentReading(in: segment, segment.indices)
    precondition(quick.header == lenient.header && quick.items == lenient.items, "the readers differ")
    precondition(quick.deviations == lenient.deviations, "the readers name other deviations")
    precondition(SegmentReading.header(in: segment, segment.indices) == lenient.header, "the headers differ")
    guard let tokens = FrameTokens(canonical: segment, segment.indices) else { return }
    for (token, item) in zip(tokens.items, lenient.items) {
        precondition(token.suffix == item.suffix, "the suffixes differ")
        precondition(tokens[token.factor].elementsEqual(item.factor.utf8), "the factors differ")
    }
    var groups: [[Item]] = []
    for item in lenient.items {
        if item.group == groups.count { groups.append([]) }
        groups[item.group].append(item)
    }
    guard let bytes = try? FrameEncoder.encode(header: lenient.header, items: groups) else { return }
    guard let frame = Frame(bytes) else { preconditionFailure("a written frame cannot be read") }
    precondition(frame.items == lenient.items, "a written frame says something else")
}
