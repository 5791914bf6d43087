/// What guessers try first. A list of a thousand whole passwords would miss their doubles and tails, so the parts are
/// known instead: a password is common when too little is left of it without them (OWASP ASVS 5.0, 6.2.4).
enum GuessedPasswords {
    /// How many characters must be left without the common parts; a shorter rest is guessed along (design value).
    static let restMin = 5
    /// From how many characters on a run along the alphabet, the digits or a row of keys counts as one step.
    static let runMin = 3

    /// Words and habits; parts of longer ones stand behind them, so that the longest is taken first.
    private static let words = [
        "iloveyou", "password", "passw0rd", "p@ssw0rd", "p@ssword", "football", "baseball", "princess",
        "sunshine", "superman", "welcome", "letmein", "trustno", "charlie", "michael", "default", "example", "monkey",
        "dragon", "master",
        "shadow", "secret", "system", "server", "oracle", "changeme", "change", "access", "admin", "login", "guest",
        "hello", "super", "pass", "root", "user", "test", "demo", "love",
        "woaini", "woaiwojia", "zhongguo", "shaoxing", "shengtai", "huanjing", "huanbao", "jianhu", "mima", "aini",
        "鉴湖", "密码", "绍兴", "环保", "管理员",
    ].map(Array.init)

    /// Rows that fingers run along, forwards and backwards; the last are pairs of rows, read in columns.
    private static let rows = [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "!@#$%^&*()",
        "1qaz2wsx3edc4rfv5tgb", "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujm", "q1w2e3r4t5y6u7i8o9p0",
        "147258369",
    ].flatMap { [Array($0), Array($0.reversed())] }

    /// Whether common parts make a password up.
    static func make(_ password: String) -> Bool {
        let characters = Array(password.lowercased())
        var rest: [Character] = []
        var place = 0
        while place < characters.count {
            let length = commonLength(in: characters, at: place, after: rest.last)
            if length == 0 { rest.append(characters[place]) }
            place += max(length, 1)
        }
        return rest.count < restMin
    }

    /// How many characters from a place on are common; 0 when none. A character said again adds nothing either.
    private static func commonLength(in characters: [Character], at place: Int, after last: Character?) -> Int {
        let ahead = characters[place...]
        let word = words.lazy.filter { ahead.starts(with: $0) }.map(\.count).max() ?? 0
        let run = rows.map { runLength(in: ahead, along: $0) }.max() ?? 0
        let longest = max(word, run >= runMin ? run : 0, yearLength(in: ahead))
        return longest == 0 && characters[place] == last ? 1 : longest
    }

    private static func runLength(in ahead: ArraySlice<Character>, along row: [Character]) -> Int {
        guard let first = ahead.first, let start = row.firstIndex(of: first) else { return 0 }
        return zip(ahead, row[start...]).prefix { $0 == $1 }.count
    }

    /// 4 for a year that people are born in or live in.
    private static func yearLength(in ahead: ArraySlice<Character>) -> Int {
        let digits = ahead.prefix(4)
        guard digits.count == 4, digits.allSatisfy({ "0123456789".contains($0) }),
            digits.starts(with: "19") || digits.starts(with: "20")
        else { return 0 }
        return 4
    }
}
