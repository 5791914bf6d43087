/// The bytes received and not yet decided, addressed from the oldest one (index 0).
///
/// Reading past the end gives nil. The scanner leans on that: a decision that reads bytes in order and stops at the
/// first nil cannot depend on how the stream was cut.
struct ByteQueue: Sendable {
    private var storage: [UInt8] = []
    private var start = 0

    /// How many bytes were dropped since the beginning: the place of index 0 in the stream.
    private(set) var droppedCount = 0

    var count: Int { storage.count - start }

    subscript(index: Int) -> UInt8? {
        let place = start + index
        return place < storage.count ? storage[place] : nil
    }

    subscript(range: Range<Int>) -> ArraySlice<UInt8> {
        storage[start + range.lowerBound..<start + range.upperBound]
    }

    mutating func append(_ bytes: some Sequence<UInt8>) {
        storage.append(contentsOf: bytes)
    }

    /// Forgets the oldest bytes. The storage is moved together only when half of it is dead, so each byte is moved
    /// a bounded number of times.
    mutating func drop(_ dropCount: Int) {
        precondition(dropCount <= count, "only bytes that are in the queue can be dropped")
        start += dropCount
        droppedCount += dropCount
        if start == storage.count {
            storage.removeAll(keepingCapacity: true)
            start = 0
        } else if start > 4096, start * 2 > storage.count {
            storage.removeFirst(start)
            start = 0
        }
    }
}
