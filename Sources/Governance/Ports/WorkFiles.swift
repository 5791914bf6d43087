/// Files that come in with the work, and texts in other encodings; filled by `App`.
public protocol WorkFiles: Sendable {
    /// The folder into which files are written while they come in.
    var incoming: String { get }

    /// Text in GBK; nil for what is none.
    func text(gbk bytes: [UInt8]) -> String?
}
