import Persistence
import SQLitePersistence
import Testing

struct LikePatternTests {
    @Test(
        arguments: [
            ("50%", "50%", true), ("50%", "505", false), ("a_b", "a_b", true), ("a_b", "axb", false),
            ("!", "a!b", true),
            // A mark joined to a sign makes one character of both, and two for the database.
            ("%\u{301}", "x%\u{301}y", true), ("%\u{301}", "xy\u{301}", false), ("_\u{301}", "a\u{301}", false),
            ("!\u{301}", "!\u{301}", true),
        ])
    func `the signs of LIKE stand for themselves`(text: String, row: String, isFound: Bool) async throws {
        let stage = try await TrunkStage()
        let found = try await stage.database.read { access in
            try access.row(
                "SELECT 1 AS found WHERE ?1 LIKE ?2 ESCAPE '!'", [.text(row), .text(LikePattern.anywhere(text))]) != nil
        }
        #expect(found == isFound)
    }
}
