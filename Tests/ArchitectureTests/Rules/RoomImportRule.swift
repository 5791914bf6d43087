import Testing

/// (a) An arrow only points down, and contexts never import each other.
struct RoomImportRule {
    static func violations(in tree: SourceTree) -> [Violation] {
        tree.swiftSources.flatMap { file -> [Violation] in
            guard let room = file.room else { return [] }
            guard let allowed = RoomMap.allowedRooms(for: room) else {
                return [Violation(file, 1, "the room \(room) is not on the map in RoomMap.swift")]
            }
            return ImportStatement.all(in: file).compactMap { statement in
                refusal(of: statement, in: room, allowed: allowed).map { Violation(file, statement.line, $0) }
            }
        }
    }

    private static func refusal(of statement: ImportStatement, in room: String, allowed: Set<String>) -> String? {
        let module = statement.module
        if statement.attributes.contains("testable") || statement.attributes.contains("_exported") {
            return "@\(statement.attributes[0]) import hides what a room shows; make the name public instead"
        }
        if RoomMap.all.contains(module) {
            if module == room || allowed.contains(module) { return nil }
            if RoomMap.contexts.contains(module), RoomMap.contexts.contains(room) {
                return "\(room) imports \(module): contexts talk through facts or through a port that App fills"
            }
            return "\(room) must not import \(module): see the floors in RoomMap.swift"
        }
        return RoomMap.allows(package: module, in: room)
            ? nil : "\(room) must not import \(module): it belongs to another room"
    }

    @Test func `rooms import only downwards`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test(arguments: [
        ("Sources/Supervision/A.swift", "import Monitoring", 1),
        ("Sources/Kernel/A.swift", "public import Persistence", 1),
        ("Sources/Kernel/A.swift", "import Foundation", 1),
        ("Sources/Kernel/A.swift", "import CLibcrypto\nimport Facts\nimport FoundationEssentials", 0),
        ("Sources/Web/A.swift", "import struct Monitoring.Frame", 1),
        ("Sources/Web/A.swift", "import Access\npublic import Hummingbird", 0),
        ("Sources/Portal/A.swift", "import Hummingbird", 1),
        ("Sources/Portal/A.swift", "import SQLitePersistence", 1),
        ("Sources/Portal/A.swift", "@testable import Kernel", 1),
        ("Sources/Portal/A.swift", "@_exported import Kernel", 1),
        ("Sources/Portal/A.swift", "// import Monitoring\nlet a = \"import Monitoring\"", 0),
        ("Sources/Portal/A.swift", "import Foundation\nimport Kernel\nimport Web\nimport Persistence", 0),
        ("Sources/Access/A.swift", "import Gateway", 1),
        ("Sources/App/A.swift", "import Monitoring\nimport Portal\nimport SQLitePersistence\nimport NIOCore", 0),
        ("Sources/Nowhere/A.swift", "let a = 1", 1),
    ])
    func `an import is judged by its floor`(path: String, text: String, count: Int) {
        #expect(Self.violations(in: SourceTree([path: text])).count == count)
    }
}
