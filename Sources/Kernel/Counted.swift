/// English words behind a number: one of a thing, or several.
public enum Counted {
    /// A count with its thing, `1 line`, `2 lines`.
    ///
    /// - Parameter many: The plural where it is not the singular with an s.
    public static func english(_ count: some BinaryInteger, _ one: String, _ many: String? = nil) -> String {
        "\(count) \(count == 1 ? one : many ?? one + "s")"
    }
}
