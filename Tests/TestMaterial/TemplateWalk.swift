import Foundation
import Kernel

/// Walks a Mustache template over a view as the renderer does, and notes what the renderer would pass over in silence:
/// names that the view does not have, and empty words. (A missing name renders as nothing.)
public struct TemplateWalk {
    private indirect enum Node {
        case variable(String, place: Int)
        case section(String, isInverted: Bool, [Node])
        case partial(String)
    }

    /// What was wrong.
    public private(set) var problems: Set<String> = []
    /// The variables that no walk has come to yet.
    public private(set) var unvisited: Set<String> = []
    private let name: String
    private let nodes: [Node]
    /// Names that the site or the label table puts into every view.
    private static let ofSite: Set = ["title", "csrf", "path", "isChinese", "exports"]

    /// The template `Room/XPage`.
    public init(_ name: String) throws {
        self.name = name
        let path = name.replacing("/", with: "/Pages/")
        let text = try RepositoryFile.text("Sources/\(path).mustache")
        guard !text.contains("{{{"), !text.contains("{{&") else {
            (nodes, problems) = ([], ["\(name) switches escaping off"])
            return
        }
        var tags = text.matches(of: /\{\{([^}]*)\}\}/).map {
            (
                String($0.1),
                text.utf8.distance(
                    from: text.startIndex, to: $0.range.lowerBound)
            )
        }[...]
        nodes = Self.read(&tags)
        unvisited = Self.variables(nodes)
    }

    private static func read(_ tags: inout ArraySlice<(String, Int)>) -> [Node] {
        var nodes: [Node] = []
        while let (tag, place) = tags.popFirst() {
            let word = String(tag.drop { "#^/>!".contains($0) })
            switch tag.first {
            case "/": return nodes
            case "#", "^": nodes.append(.section(word, isInverted: tag.first == "^", read(&tags)))
            case ">": nodes.append(.partial(word))
            default: nodes.append(.variable(word, place: place))
            }
        }
        return nodes
    }

    private static func variables(_ nodes: [Node]) -> Set<String> {
        nodes.reduce(into: []) { found, node in
            switch node {
            case .variable(let name, let place): found.insert("\(name) at \(place)")
            case .section(_, _, let inner): found.formUnion(variables(inner))
            case .partial: break
            }
        }
    }

    /// Walks over one view.
    public mutating func walk(_ view: [String: Any]) throws {
        try walk(nodes, [view])
    }

    private mutating func walk(_ nodes: [Node], _ stack: [Any]) throws {
        for node in nodes {
            switch node {
            case .partial(let name):
                var other = try TemplateWalk(name)
                try other.walk(other.nodes, stack)
                problems.formUnion(other.problems.filter { !$0.hasSuffix("is empty") })
            case .variable(let name, let place):
                unvisited.remove("\(name) at \(place)")
                guard !name.hasPrefix("t."), !Self.ofSite.contains(name) else { continue }
                let value = find(name, stack)
                if (value as? String)?.isEmpty ?? false { problems.insert("\(self.name): \(name) is empty") }
                if value is Bool { problems.insert("\(self.name): \(name) shows true or false") }
            case .section(let name, let isInverted, let inner):
                guard !Self.ofSite.contains(name), let value = find(name, stack) else { continue }
                let contexts = Self.contexts(value)
                if isInverted, contexts.isEmpty { try walk(inner, stack) }
                if !isInverted { for context in contexts { try walk(inner, stack + [context]) } }
            }
        }
    }

    private mutating func find(_ name: String, _ stack: [Any]) -> Any? {
        if name == "." { return stack.last }
        for context in stack.reversed() {
            if let value = (context as? [String: Any])?[name] { return value }
        }
        problems.insert("\(self.name): the view has no \(name)")
        return nil
    }

    /// What a section goes over: nothing for false and an empty list, each element, or the value itself.
    private static func contexts(_ value: Any) -> [Any] {
        if let flag = value as? Bool { return flag ? [flag] : [] }
        return value as? [Any] ?? [value]
    }
}
