public import Kernel

/// The code of an entry of the register: an enterprise's or an outlet's own, or one that the register made.
public struct RegisterCode: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 48) }
}
