import CAllocationCount
import HJ212
import Testing

@testable import Gateway

/// What a frame asks of the heap on its way through the gateway, counted and not believed.
struct ArrivalAllocationTests {
    private static let rounds = 100

    /// How often memory is asked for while a stream of that many frames is read.
    private static func spent(_ reader: inout ArrivalReader, _ stream: [UInt8], frames: Int) -> UInt64 {
        reader.append(stream)
        let before = allocation_count()
        var found = 0
        while let arrival = reader.next(at: FixedClock.noon) { found += arrival.heard == nil ? 0 : 1 }
        let spent = allocation_count() - before
        #expect(found == frames)
        return spent
    }

    private static func skip() { print("skipped: this C library does not let a program count") }

    @Test(arguments: [Command.hourValues, .realTime, 3019], [4, 5] as [UInt8])
    func `a canonical frame asks for memory three times at most, whatever it holds`(
        command: Command, flag: UInt8
    ) throws {
        guard allocation_count_works() else { return Self.skip() }
        let stream = try (0..<Self.rounds).flatMap { try SampleFrames.frame($0, command: command, flag: flag) }
        var reader = ArrivalReader(remote: "192.0.2.1:1", keys: nil)
        // The first rounds let the buffers grow to what the stream needs.
        for _ in 0..<3 { _ = Self.spent(&reader, stream, frames: Self.rounds) }
        // Once for its bytes; without optimisation, as tests are built, two more for moving them.
        #expect(Self.spent(&reader, stream, frames: Self.rounds) <= UInt64(3 * Self.rounds))
    }

    @Test func `who asks for device, command or Flag of a frame gets no more than a text`() throws {
        guard allocation_count_works() else { return Self.skip() }
        let heard = HeardFrame(try #require(Frame(try SampleFrames.frame())))
        var (sum, device) = (0, 0)
        let start = allocation_count()
        for _ in 0..<Self.rounds { sum += (heard.cn?.rawValue ?? 0) + Int(heard.flag?.rawValue ?? 0) }
        let afterNumbers = allocation_count()
        for _ in 0..<Self.rounds { device += heard.mn?.utf8.count ?? 0 }
        let afterTexts = allocation_count()
        #expect(sum == Self.rounds * 2_066 && device == Self.rounds * 24)
        #expect(afterNumbers == start && afterTexts - afterNumbers <= UInt64(Self.rounds))
    }
}
