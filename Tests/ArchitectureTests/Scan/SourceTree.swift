import Foundation

/// The repository as the rules see it: text files by path, sorted.
struct SourceTree {
    let files: [SourceFile]

    /// A small tree in memory, for testing a rule: path to text.
    init(_ texts: [String: String]) {
        files = texts.keys.sorted().map { SourceFile(path: $0, text: texts[$0, default: ""]) }
    }

    /// This repository, read once.
    static let repository = SourceTree(readFrom: root)

    var swiftSources: [SourceFile] { files.filter { $0.isSwift && $0.path.hasPrefix("Sources/") } }
    var swiftFiles: [SourceFile] { files.filter(\.isSwift) }

    subscript(path: String) -> SourceFile? { files.first { $0.path == path } }

    /// Found by walking up from this file; `JIANHU_ROOT` names another tree.
    private static let root: URL = {
        if let other = ProcessInfo.processInfo.environment["JIANHU_ROOT"] { return URL(fileURLWithPath: other) }
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        repeat {
            folder.deleteLastPathComponent()
            let manifest = folder.appendingPathComponent("Package.swift").path
            if FileManager.default.fileExists(atPath: manifest) { return folder }
        } while folder.path != "/"
        preconditionFailure("no Package.swift stands above \(#filePath)")
    }()

    private init(readFrom root: URL) {
        let kinds: Set = ["swift", "mustache", "json", "md", "sh", "py", "modulemap", "h", "css", "js", "yml"]
        var texts: [String: String] = [:]
        for top in ["Package.swift", "README.md", "jianhu", ".ci", "Sources", "Tests", "Fuzz", "docs", "scripts", "share"] {
            let start = root.appendingPathComponent(top)
            let below = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String } ?? []
            for path in below.isEmpty ? [top] : below.map({ "\(top)/\($0)" }) {
                let url = root.appendingPathComponent(path)
                guard !path.hasPrefix("share/assets/vendor/"), !path.contains("/."),
                    kinds.contains(url.pathExtension) || url.lastPathComponent == "jianhu" || top == ".ci",
                    let text = try? String(contentsOf: url, encoding: .utf8)
                else { continue }
                texts[path] = text
            }
        }
        self.init(texts)
    }
}
