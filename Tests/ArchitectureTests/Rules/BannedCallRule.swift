import Testing

/// (e) Calls that reach for the clock, chance, the environment or bare threads, or that trap.
///
/// Clocks, random sources and identities come in through initialisers; only the roof makes them.
struct BannedCallRule {
    private static let injected = "takes it from the outside world; let App hand it in"
    private static let unstructured = "is unstructured; make it a Service or a task group"
    private static let traps = "traps; throw, return a refusal, or state a precondition"
    /// Storage has threads of its own; `Access` keeps the slow password hash off the threads that serve pages.
    private static let threads: Set = RoomMap.roof.union(["Persistence", "SQLitePersistence", "Access"])

    private static let patterns: [TokenPattern] = [
        TokenPattern("Date ( )", allowedIn: RoomMap.roof, injected),
        TokenPattern("Date . now", allowedIn: RoomMap.roof, injected),
        TokenPattern("UUID ( )", allowedIn: RoomMap.roof, injected),
        TokenPattern("SystemRandomNumberGenerator", allowedIn: RoomMap.roof, injected),
        TokenPattern(". shuffled ( )", allowedIn: RoomMap.roof, injected),
        TokenPattern(". randomElement ( )", allowedIn: RoomMap.roof, injected),
        TokenPattern("ProcessInfo", allowedIn: RoomMap.roof, injected),
        TokenPattern("getenv", allowedIn: RoomMap.roof, injected),
        TokenPattern("Task {", allowedIn: RoomMap.roof, unstructured),
        TokenPattern("Task (", allowedIn: RoomMap.roof, unstructured),
        TokenPattern("Task . detached", allowedIn: RoomMap.roof, unstructured),
        TokenPattern("Task . immediate", allowedIn: RoomMap.roof, unstructured),
        TokenPattern("DispatchQueue", allowedIn: threads, "belongs to the drivers that must block"),
        TokenPattern("fatalError", traps),
    ]

    static func violations(in tree: SourceTree) -> [Violation] {
        tree.swiftSources.flatMap { file in
            (patternViolations(in: file) + randomViolations(in: file) + forceViolations(in: file))
                .sorted { $0.line < $1.line }
        }
    }

    private static func patternViolations(in file: SourceFile) -> [Violation] {
        patterns.filter { !$0.allowedRooms.contains(file.room ?? "") }.flatMap { pattern in
            pattern.places(in: file).map { place in
                Violation(file, file.code[place].line, "`\(pattern.parts.joined())` \(pattern.sentence)")
            }
        }
    }

    /// `.random(…)` is chance unless its source is handed in with `using:`.
    private static func randomViolations(in file: SourceFile) -> [Violation] {
        guard !RoomMap.roof.contains(file.room ?? "") else { return [] }
        let code = file.code
        return TokenPattern(". random (", injected).places(in: file).compactMap { place in
            var depth = 0
            for index in code.indices.dropFirst(place + 2) {
                if code[index].text == "(" { depth += 1 }
                if code[index].text == ")" { depth -= 1 }
                if depth == 1 && code[index].text == "using" { return nil }
                if depth == 0 { break }
            }
            return Violation(file, code[place].line, "`.random(` without `using:` \(injected)")
        }
    }

    /// A `!` right behind a word or a value and not part of `!=`: `try!`, `as!`, `value!`, `Type!`.
    private static func forceViolations(in file: SourceFile) -> [Violation] {
        let code = file.code
        return code.indices.dropFirst().compactMap { index in
            let before = code[index - 1]
            guard code[index].text == "!", code[index].kind == .symbol, !code[index].followsSpace,
                before.kind == .word || [")", "]", "?"].contains(before.text)
            else { return nil }
            if index + 1 < code.count, code[index + 1].text == "=", !code[index + 1].followsSpace { return nil }
            return Violation(file, code[index].line, "`\(before.text)!` goes by force and \(traps)")
        }
    }

    @Test func `no call reaches outside or traps`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test(arguments: [
        ("let a = Date()", 1), ("let a = Date(timeIntervalSince1970: 0)", 0), ("// Date()", 0),
        ("let a = \"Date()\"", 0),
        ("let a = \"\\(Date())\"", 1), ("let a = Date.now", 1), ("let a = UUID()", 1), ("let a = UUID(uuid: b)", 0),
        ("Int.random(in: 0..<3)", 1), ("Int.random(in: 0..<3, using: &source)", 0), ("a.shuffled()", 1),
        ("ProcessInfo.processInfo", 1), ("getenv(name)", 1), ("Task { }", 1), ("Task(priority: .low) { }", 1),
        ("Task.detached { }", 1), ("try await Task.sleep(for: a)", 0), ("DispatchQueue.main", 1), ("try! a()", 1),
        ("try !a()", 0), ("a as! B", 1), ("a!", 1), ("a()!.b", 1), ("a[0]! + 1", 1), ("a != b", 0), ("a! = b", 1),
        ("a!=b", 0),
        ("if !a { }", 0), ("var a: B!", 1), ("fatalError(\"\")", 1), ("a ? !b : !c", 0), ("precondition(a, \"b\")", 0),
    ])
    func `a banned call is found in code only`(text: String, count: Int) {
        #expect(Self.violations(in: SourceTree(["Sources/Web/A.swift": text])).count == count)
    }

    @Test func `the roof makes clocks and tasks, but traps nowhere`() {
        let tree = SourceTree([
            "Sources/App/A.swift": "let a = Date()\nTask { }\nlet b = UUID()\nInt.random(in: c)\ntry! d()",
            "Sources/SQLitePersistence/B.swift": "DispatchQueue(label: a)",
        ])
        #expect(Self.violations(in: tree).map(\.line) == [5])
    }
}
