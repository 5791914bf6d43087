import Testing

/// (a) A room imports only rooms that `Package.swift` gives it: otherwise a build works or fails by the order in which
/// rooms happen to be compiled.
struct DeclaredDependencyRule {
    static func violations(in tree: SourceTree) -> [Violation] {
        guard let manifest = tree["Package.swift"] else { return [] }
        let targets = PackageTarget.all(in: manifest)
        let names = Set(targets.map(\.name))
        return targets.flatMap { target in
            tree.swiftFiles.filter { $0.parts.count > 2 && $0.parts[1] == target.name }.flatMap { file in
                ImportStatement.all(in: file)
                    .filter { names.contains($0.module) && !target.dependencies.contains($0.module) }
                    .map { Violation(file, $0.line, "Package.swift does not give \($0.module) to \(target.name)") }
            }
        }
    }

    @Test func `every import is declared`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test(arguments: [
        (#"room("Kernel"), room("Web", ["Kernel", other])"#, 0),
        (#"room("Kernel"), room("Web", [other])"#, 1),
        (#".target(name: "Kernel"), .target(name: "Web", dependencies: ["Kernel"])"#, 0),
        (#".target(name: "Kernel"), .target(name: "Web", dependencies: [])"#, 1),
        (#"room("Web")"#, 0),
    ])
    func `an undeclared import is found`(manifest: String, count: Int) {
        let tree = SourceTree(["Package.swift": manifest, "Sources/Web/A.swift": "import Kernel\nimport Foundation"])
        #expect(Self.violations(in: tree).count == count)
    }
}
