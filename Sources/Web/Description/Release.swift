/// Which Jianhu this is.
public enum Release {
    /// The version, as the command line and the description of the interfaces tell it.
    public static let version = "0.1.0"
}
