public import Kernel

/// The name a person signs in with: 2 to 64 of lower-case letters, digits and `. _ - @`, the same in any case as typed.
public struct Login: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }

    public static func accepts(_ text: String) -> Bool {
        (2...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || [0x2D, 0x2E, 0x40, 0x5F].contains(byte)
            }
    }

    /// A login as somebody typed it: spaces around it and capitals do not matter. Nil when it cannot be one.
    public init?(typed: String) {
        let front = typed.drop(while: \.isWhitespace)
        let end = front.lastIndex { !$0.isWhitespace }.map(front.index(after:)) ?? front.startIndex
        self.init(front[..<end].lowercased())
    }
}
