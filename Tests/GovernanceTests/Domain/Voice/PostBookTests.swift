import Kernel
import Testing

@testable import Governance

struct PostBookTests {
    private static let limits = SurveyFigures.FeedbackLimits(
        answer_working_days: 5, window_minutes: 10, posts_per_sender_max: 2, posts_per_hour_max: 5)
    private static let now = Instant(milliseconds: 1_795_860_000_000)

    private static func sender(_ number: Int) -> Digest256 { Digest256(of: "\(number)") }

    @Test func `a sender waits until the first of its posts is old`() {
        var book = PostBook(limits: Self.limits)
        #expect(book.begin(Self.sender(1), at: Self.now) == nil)
        #expect(book.begin(Self.sender(1), at: Self.now.adding(minutes: 4)) == nil)
        #expect(book.begin(Self.sender(1), at: Self.now.adding(minutes: 9)) == Self.now.adding(minutes: 10))
        #expect(book.begin(Self.sender(2), at: Self.now.adding(minutes: 9)) == nil)
        #expect(book.begin(Self.sender(1), at: Self.now.adding(minutes: 10)) == nil)
    }

    @Test func `all senders together are bounded by the hour, and so is the book`() {
        var book = PostBook(limits: Self.limits)
        for number in 1...5 { #expect(book.begin(Self.sender(number), at: Self.now) == nil) }
        #expect(book.begin(Self.sender(6), at: Self.now.adding(minutes: 1)) == Self.now.adding(minutes: 60))
        #expect(book.begin(Self.sender(6), at: Self.now.adding(minutes: 60)) == nil)
        #expect(book.count <= PostBook.sendersMax)
    }
}
