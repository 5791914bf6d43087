import CAllocationCount
import HJ212
import Testing

/// What the accept path asks of the heap, counted and not believed.
struct AllocationTests {
    private static let stream = Array(
        repeatElement([Wire.hour, Wire.official2017, Wire.longHour], count: 50).joined().joined())

    @Test(arguments: [4096, 1500, 100_000], [ScanOptions(), ScanOptions(tail: .awaited)])
    func `canonical frames are read without asking for memory`(readLength: Int, options: ScanOptions) {
        guard allocation_count_works() else {
            print("skipped: this C library does not let a program count what it allocates")
            return
        }
        var scanner = FrameScanner(options: options)
        // The first rounds let the buffers grow to what the stream needs.
        for _ in 0..<3 { _ = Self.points(&scanner, readLength) }
        let before = allocation_count()
        let points = Self.points(&scanner, readLength)
        let spent = allocation_count() - before
        let split = Self.stream.count / readLength
        #expect(points > 500)
        // A frame cut in two by a read is canonical all the same once its rest is there.
        #expect(spent == 0, "\(spent) allocations, \(split) reads")
    }

    @Test func `the counter counts`() {
        guard allocation_count_works() else { return }
        let before = allocation_count()
        let block = Array(repeating: UInt8(7), count: Int(before % 100) + 1000)
        #expect(allocation_count() > before && block.count >= 1000)
    }

    /// The numbers in the data areas of the stream, every field of every frame looked at.
    private static func points(_ scanner: inout FrameScanner, _ readLength: Int) -> Int {
        var points = 0
        var start = 0
        while start < stream.count {
            let end = min(start + readLength, stream.count)
            scanner.append(stream[start..<end])
            start = end
            while let event = scanner.nextTokens() {
                guard case .canonical(let tokens) = event else { continue }
                points += tokens[.mn] == nil ? 0 : 1
                let items = tokens.items
                for place in items.indices where items[place].suffix != .flag {
                    points += items[place].value.count > 0 ? 1 : 0
                }
            }
        }
        return points
    }
}
