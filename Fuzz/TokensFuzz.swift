/// Any segment: what the token reader accepts, the lenient reader reads alike; and canonical frames survive writing.
func tokensFuzz(_ input: [UInt8]) {
    compare(input)
    compare(Array("QN=20261123140000000;ST=31;CN=2061;MN=1;Flag=4;CP=&&".utf8) + input + Array("&&".utf8))
    compare(input + Array("CP=&&a21026-Avg=1&&".utf8))
}

private func compare(_ segment: [UInt8]) {
    let lenient = SegmentReading(lenient: segment[...])
    let quick = SegmentReading(in: segment, segment.indices)
    demand(quick.header == lenient.header && quick.items == lenient.items, "the readers differ")
    demand(quick.deviations == lenient.deviations, "the readers name other deviations")
    demand(SegmentReading.header(in: segment, segment.indices) == lenient.header, "the headers differ")
    guard let tokens = FrameTokens(canonical: segment, segment.indices) else { return }
    for (token, item) in zip(tokens.items, lenient.items) {
        demand(token.suffix == item.suffix, "the suffixes differ")
        demand(tokens[token.factor].elementsEqual(item.factor.utf8), "the factors differ")
    }
    var groups: [[Item]] = []
    for item in lenient.items {
        if item.group == groups.count { groups.append([]) }
        groups[item.group].append(item)
    }
    guard let bytes = try? FrameEncoder.encode(header: lenient.header, items: groups) else { return }
    guard let frame = Frame(bytes) else { fatalError("a written frame cannot be read") }
    demand(frame.items == lenient.items, "a written frame says something else")
}
