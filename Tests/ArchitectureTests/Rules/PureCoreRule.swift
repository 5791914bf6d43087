import Testing

/// (b) Files under `Domain` and `Rules` import ground rooms and `FoundationEssentials`, nothing else.
struct PureCoreRule {
    static func violations(in tree: SourceTree) -> [Violation] {
        let allowed = RoomMap.ground.union(["FoundationEssentials"])
        return tree.swiftSources
            .filter { $0.isUnder(folder: "Domain") || $0.isUnder(folder: "Rules") }
            .flatMap { file in
                ImportStatement.all(in: file)
                    .filter { !allowed.contains($0.module) }
                    .map { Violation(file, $0.line, "domain code is pure and must not import \($0.module)") }
            }
    }

    @Test func `domain code is pure`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test(arguments: [
        ("Sources/Supervision/Domain/A.swift", "import Persistence", 1),
        ("Sources/Supervision/Domain/Rules/A.swift", "import Foundation", 1),
        ("Sources/Supervision/Rules/A.swift", "import Kernel\nimport Web", 1),
        ("Sources/Supervision/Domain/A.swift", "public import Kernel\nimport FoundationEssentials", 0),
        ("Sources/Supervision/Storage/A.swift", "import Persistence", 0),
    ])
    func `an impure import is found`(path: String, text: String, count: Int) {
        #expect(Self.violations(in: SourceTree([path: text])).count == count)
    }
}
