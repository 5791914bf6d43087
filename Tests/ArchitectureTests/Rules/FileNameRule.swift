import Testing

/// (c) One primary type per file, and the file bears its name; an extension file is `Type+Aspect.swift`.
///
/// Small companions may stay with the type they serve: private ones, and others of at most `companionLines` lines.
/// Two kinds of file are lists and bear the name of the list: a migration in `Migrations`, named by its identifier, and
/// the facts of one context in `Payloads`.
struct FileNameRule {
    static let companionLines = 30

    static func violations(in tree: SourceTree) -> [Violation] {
        tree.swiftSources.filter { $0.name != "main.swift" && !$0.isUnder(folder: "Migrations") }
            .flatMap(violations(in:))
    }

    private static func violations(in file: SourceFile) -> [Violation] {
        let top = Declaration.all(in: file).filter { $0.depth == 0 }
        let types = top.filter { $0.kind == .type }
        let parts = file.stem.split(separator: "+", omittingEmptySubsequences: false)
        var found: [Violation] = []
        if parts.count == 2 {
            let extended = top.filter { $0.kind == .extension }.map {
                $0.name.split(separator: ".").last.map(String.init)
            }
            if parts[1].isEmpty || !extended.contains(String(parts[0])) {
                found.append(Violation(file, 1, "\(file.name) must hold an extension of \(parts[0])"))
            }
        } else if !types.contains(where: { $0.name == file.stem }) && !file.isUnder(folder: "Payloads") {
            let remedy = types.isEmpty ? "name it Type+Aspect.swift" : "it declares \(types[0].name)"
            found.append(Violation(file, 1, "\(file.name) must declare the type \(file.stem); \(remedy)"))
        }
        for type in types where type.name != file.stem && !type.isPrivate && type.lineCount > companionLines {
            let sentence = "\(type.name) has \(type.lineCount) lines and deserves a file of its own"
            found.append(Violation(file, type.line, sentence))
        }
        return found
    }

    @Test func `a file bears the name of its type`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test(arguments: [
        ("Money.swift", "struct Money {}", 0),
        ("Money.swift", "struct Cash {}", 1),
        ("Money.swift", "extension Money {}", 1),
        ("Money.swift", "func money() {}", 1),
        ("Money.swift", "struct Money {}\nenum MoneyRefusal {}", 0),
        ("Money.swift", "struct Money {}\nenum Other {\(String(repeating: "\n", count: 40))}", 1),
        ("Money.swift", "struct Money {}\nprivate enum Other {\(String(repeating: "\n", count: 40))}", 0),
        ("Money+Text.swift", "extension Money {}", 0),
        ("Money+Text.swift", "extension Kernel.Money {}", 0),
        ("Money+Text.swift", "struct Money {}", 1),
        ("Money+.swift", "extension Money {}", 1),
        ("main.swift", "print(1)", 0), ("Migrations/Kernel0001AddMoney.swift", "extension KernelSchema {}", 0),
        ("Payloads/MoneyFacts.swift", "struct MoneyPaid {}\nstruct MoneyLost {}", 0),
    ])
    func `a wrong name is found`(name: String, text: String, count: Int) {
        #expect(Self.violations(in: SourceTree(["Sources/Kernel/\(name)": text])).count == count)
    }
}
