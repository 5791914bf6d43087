import Foundation
import Kernel
import Mustache

/// The folder `share/` beside the program: templates, labels and assets, read once at start.
///
///     share/pages/ROOM/XPage.mustache        template `ROOM/XPage`
///     share/pages/ROOM/XPage.labels.json     {"key": {"zh": "…", "en": "…"}}
///     share/assets/**                        served under /assets/
public struct ShareFolder: Sendable {
    /// The folder cannot be used. The sentence says what, where and what helps.
    public struct Refusal: Error, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// The chart library's place among the assets.
    static let chartLibrary = "vendor/echarts.min.js"

    /// The templates by name, for each language.
    let templates: [Language: MustacheLibrary]
    let templateNames: [String]
    /// The labels by template.
    let labels: [String: LabelTable]
    /// The assets by path below `assets/`.
    let assets: [String: Asset]

    /// Reads the folder; refuses a missing folder and any file that cannot be understood.
    public init(path: String) throws {
        let root = URL(fileURLWithPath: path)
        let pages = try Self.files(in: root.appendingPathComponent("pages"))
        HTMLText.register()
        var labels: [String: LabelTable] = [:]
        for (name, file) in pages {
            guard let template = name.dropping(suffix: ".labels.json") else { continue }
            guard let table = LabelTable(try Self.bytes(of: file)) else {
                throw Refusal(description: "\(file.path) is not a table of labels {key: {zh, en}}; restore it")
            }
            labels[template] = table
        }
        var templates = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, MustacheLibrary()) })
        for (name, file) in pages {
            guard let template = name.dropping(suffix: ".mustache") else { continue }
            let text = FilterBar.marked(CardTable.marked(String(decoding: try Self.bytes(of: file), as: UTF8.self)))
            for language in Language.allCases {
                let own = name.hasSuffix(Self.pageSuffix) ? labels[template]?.words(language) ?? [:] : [:]
                do {
                    try templates[language]?.register(HTMLText.pragma + Self.text(text, saying: own), named: template)
                } catch {
                    throw Refusal(description: "\(file.path) is not a Mustache template (\(error)); restore it")
                }
            }
        }
        var assets: [String: Asset] = [:]
        for (name, file) in try Self.files(in: root.appendingPathComponent("assets")) {
            assets[name] = Asset(path: name, bytes: try Self.bytes(of: file))
        }
        self.templates = templates
        templateNames = pages.compactMap { $0.name.dropping(suffix: ".mustache") }
        self.labels = labels
        self.assets = assets
    }

    /// Whether the chart library is installed; without it pages show their tables.
    public var hasChartLibrary: Bool { assets[Self.chartLibrary] != nil }

    /// The address of an asset, with its version, so that browsers may keep it for good.
    func address(of asset: String) -> String {
        "/assets/\(asset)" + (assets[asset].map { "?v=\($0.version)" } ?? "")
    }

    /// The name of a template that stands for itself. A partial's words may be those of the page that includes it.
    private static let pageSuffix = "Page.mustache"

    /// A template with its own words written in, so that a long table does not look each of them up in every row.
    private static func text(_ template: String, saying words: [String: String]) -> String {
        let parts = template.split(separator: "{{t.", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts.first ?? "")) { text, part in
            guard let end = part.firstRange(of: "}}"), let word = words[String(part[..<end.lowerBound])] else {
                return text += "{{t." + part
            }
            text += HTMLText().escapeText(word) + part[end.upperBound...]
        }
    }

    /// Regular files below a folder, by relative path.
    private static func files(in folder: URL) throws -> [(name: String, file: URL)] {
        let names: [String]
        do { names = try FileManager.default.subpathsOfDirectory(atPath: folder.path) } catch {
            throw Refusal(
                description: "the folder \(folder.path) cannot be read; name the program's share folder with --share")
        }
        return names.sorted().map { ($0, folder.appendingPathComponent($0)) }.filter { _, file in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }

    private static func bytes(of file: URL) throws -> [UInt8] {
        do { return Array(try Data(contentsOf: file)) } catch {
            throw Refusal(description: "\(file.path) cannot be read; check its permissions")
        }
    }
}

extension String {
    fileprivate func dropping(suffix: String) -> String? {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil
    }
}
