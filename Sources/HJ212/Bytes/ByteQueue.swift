/// The bytes received and not yet decided, addressed from the oldest one (index 0).
///
/// Reading past the end gives nil. The scanner leans on that: a decision that reads bytes in order and stops at the
/// first nil cannot depend on how the stream was cut.
struct ByteQueue: Sendable {
    private(set) var storage: [UInt8] = []
    /// Where index 0 stands in the storage.
    private(set) var start = 0

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

    /// All bytes, in one piece.
    func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        storage.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[start...])) }
    }

    /// Adds bytes. The storage is moved together only when half of it is dead, so each byte is moved a bounded number
    /// of times, and it keeps its room, so that a steady stream needs no new memory.
    mutating func append(_ bytes: some Sequence<UInt8>) {
        if start == storage.count {
            storage.removeAll(keepingCapacity: true)
            start = 0
        } else if start > 4096, start * 2 > storage.count {
            storage.removeFirst(start)
            start = 0
        }
        storage.append(contentsOf: bytes)
    }

    /// Forgets the oldest bytes; they stay where they are until the next `append`.
    mutating func drop(_ dropCount: Int) {
        precondition(dropCount <= count, "only bytes that are in the queue can be dropped")
        start += dropCount
        droppedCount += dropCount
    }
}
