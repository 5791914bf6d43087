import Testing

/// (c) Names that say nothing: a drawer is where things get lost.
struct DrawerWordRule {
    private static let banned: Set = [
        "Util", "Utils", "Utilities", "Helper", "Helpers", "Common", "Misc", "Manager", "Extensions", "Ext", "Base",
        "Impl", "Info",
    ]

    static func violations(in tree: SourceTree) -> [Violation] {
        let files = tree.files.filter { $0.path.hasPrefix("Sources/") || $0.path.hasPrefix("Tests/") }
        return files.flatMap { file -> [Violation] in
            let places = file.parts.dropFirst().dropLast().map(String.init) + [file.stem]
            let paths = places.compactMap { name in
                drawerWord(in: name).map { Violation(file, 1, "the path part \(name) uses the drawer word \($0)") }
            }
            let types = Declaration.all(in: file).filter { $0.kind == .type }.compactMap { type in
                drawerWord(in: type.name).map {
                    Violation(file, type.line, "the type \(type.name) uses the drawer word \($0)")
                }
            }
            return paths + types
        }
    }

    /// The first drawer word in a camel-case name; `Data` counts only as the last word of several.
    static func drawerWord(in name: String) -> String? {
        let words = camelWords(of: name)
        if let word = words.first(where: { banned.contains($0.prefix(1).uppercased() + $0.dropFirst()) }) {
            return word
        }
        return words.count > 1 && words.last == "Data" ? "Data" : nil
    }

    /// `SQLStoreInfo` becomes `SQL`, `Store`, `Info`.
    private static func camelWords(of name: String) -> [String] {
        let letters = Array(name)
        var words = [""]
        for (index, letter) in letters.enumerated() {
            let previous = index > 0 ? letters[index - 1] : "."
            let next = index + 1 < letters.count ? letters[index + 1] : "."
            if !letter.isLetter && !letter.isNumber {
                words.append("")
                continue
            }
            if letter.isUppercase && (!previous.isUppercase || next.isLowercase) { words.append("") }
            words[words.count - 1].append(letter)
        }
        return words.filter { !$0.isEmpty }
    }

    @Test func `no name is a drawer`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test(arguments: [
        ("StringUtils", "Utils"), ("String+ext", "ext"), ("FrameHelper", "Helper"), ("SiteInfo", "Info"),
        ("FrameData", "Data"), ("SQLInfo", "Info"), ("RuleBase", "Base"), ("DatabaseManager", "Manager"),
        ("CommonRules", "Common"),
        ("Database", nil), ("DataMark", nil), ("Data", nil), ("Base64", nil), ("Baseline", nil), ("Informant", nil),
        ("HJ212Frame", nil), ("jianhu-bench", nil),
    ])
    func `a drawer word is found`(name: String, word: String?) {
        #expect(Self.drawerWord(in: name) == word)
    }

    @Test func `folders, files and nested types are all looked at`() {
        let tree = SourceTree([
            "Sources/Kernel/Helpers/A.swift": "enum A {}",
            "Sources/Kernel/B.swift": "enum B { struct CInfo {} }",
            "Tests/KernelTests/MiscTests.swift": "",
        ])
        #expect(Self.violations(in: tree).map(\.path).count == 3)
    }
}
