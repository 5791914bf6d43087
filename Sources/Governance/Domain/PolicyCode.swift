public import Kernel

/// The code of a policy document in this installation, for example `SZBF-2020-19`.
public struct PolicyCode: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 32) }
}
