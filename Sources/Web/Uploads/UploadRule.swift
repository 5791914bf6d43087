/// A file that a POST carries beside its fields, as `multipart/form-data`.
public struct UploadRule: Sendable, Equatable {
    /// The name of the file's field. Fields that stand before it in the form are read first, so that what was typed
    /// is kept when the file is refused.
    public let field: String
    /// How many bytes the file may have.
    public let bytesMax: Int64
    /// The folder into which it is written while it comes in; made when it is missing.
    public let folder: String

    /// A file of a form.
    public init(field: String, bytesMax: Int64, folder: String) {
        self.field = field
        self.bytesMax = bytesMax
        self.folder = folder
    }
}
