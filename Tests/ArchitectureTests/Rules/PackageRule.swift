import Testing

/// (i) The targets of `Package.swift` are the folders under `Sources` and `Tests`; no room is empty.
struct PackageRule {
    static func violations(in tree: SourceTree) -> [Violation] {
        guard let manifest = tree["Package.swift"] else { return [] }
        let targets = PackageTarget.all(in: manifest)
        let folders = rooms(in: tree, under: "Sources").merging(rooms(in: tree, under: "Tests")) { one, _ in one }
        let known = Set(targets.map(\.name))
        let unknown = folders.keys.filter { !known.contains($0) }.sorted()
            .map { Violation(path: folders[$0] ?? $0, line: 1, "the folder \($0) is no target of Package.swift") }
        let empty = targets.filter { folders[$0.name] == nil }
            .map { Violation(manifest, $0.line, "the target \($0.name) has no file: a room is born with its code") }
        return unknown + empty
    }

    /// Folders that hold at least one Swift file or a module map, each with one of its files.
    private static func rooms(in tree: SourceTree, under top: Substring) -> [String: String] {
        let files = tree.files.filter { $0.isSwift || $0.name == "module.modulemap" }.filter { $0.parts.count > 2 }
        return files.filter { $0.parts[0] == top }.reduce(into: [:]) { $0[String($1.parts[1])] = $1.path }
    }

    @Test func `the manifest and the folders tell the same story`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test(arguments: [
        (#".target(name: "A"), .testTarget(name: "ATests")"#, 0),
        (#"room("A", ["B"]), tests("A")"#, 0),
        (#"room("A"), tests("A"), room("Empty")"#, 1),
        (#"room("A")"#, 1),
        (#"tests("A")"#, 1),
        (#"func tests(_ room: String) { .testTarget(name: "\(room)Tests") }; room("A"); tests("A")"#, 0),
    ])
    func `a missing or an empty room is found`(manifest: String, count: Int) {
        let tree = SourceTree([
            "Package.swift": manifest, "Sources/A/A.swift": "", "Tests/ATests/ATests.swift": "",
            "Tests/BrowserTests/drive.py": "", "Sources/README.md": "",
        ])
        #expect(Self.violations(in: tree).count == count)
    }
}
