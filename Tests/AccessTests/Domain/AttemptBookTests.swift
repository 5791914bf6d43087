import Kernel
import Testing

@testable import Access

struct AttemptBookTests {
    private let login = Digest256(of: "li.ming")
    private let start = Instant(milliseconds: 1_000_000_000_000)

    /// Minutes at which somebody tries, and which of these attempts are looked at.
    @Test(
        arguments: [
            ([0, 0, 0, 0, 0, 0], [true, true, true, true, true, false]),
            ([0, 2, 4, 6, 8, 9], [true, true, true, true, true, false]),
            ([0, 3, 6, 9, 12, 15, 18], [true, true, true, true, true, true, true]),
            (
                [0, 0, 0, 0, 0, 29, 30, 30, 30, 30, 30, 30],
                [true, true, true, true, true, false, true, true, true, true, true, false]
            ),
        ] as [([Int64], [Bool])])
    func `five attempts in ten minutes close a login for thirty`(minutes: [Int64], looked: [Bool]) {
        var book = AttemptBook()
        #expect(minutes.map { book.begin(login, at: start.adding(minutes: $0)) == nil } == looked)
    }

    @Test func `a closed login says until when`() {
        var book = AttemptBook()
        for _ in 1...5 { #expect(book.begin(login, at: start) == nil) }
        #expect(book.begin(login, at: start.adding(minutes: 7)) == start.adding(minutes: 30))
    }

    @Test func `success forgets, and an attempt that was not looked at does not count`() {
        var book = AttemptBook()
        for _ in 1...5 { _ = book.begin(login, at: start) }
        book.withdraw(login, begunAt: start)
        #expect(book.begin(login, at: start) == nil)
        book.succeed(login)
        #expect(book.count == 0)
        for _ in 1...4 { _ = book.begin(login, at: start) }
        #expect(book.begin(login, at: start) == nil)
    }

    @Test func `one refusal a minute may be journalled`() {
        var book = AttemptBook()
        let seconds: [Int64] = [0, 1, 59, 60, 61, 120]
        #expect(
            seconds.map { book.mayJournal(login, at: start.adding(seconds: $0)) }
                == [true, false, false, true, false, true])
    }

    @Test func `the book is bounded and the oldest gives way`() {
        var book = AttemptBook()
        for number in 0...AttemptBook.entriesMax {
            _ = book.begin(Digest256(of: "login \(number)"), at: start.adding(seconds: Int64(number)))
        }
        #expect(book.count == AttemptBook.entriesMax)
    }
}
