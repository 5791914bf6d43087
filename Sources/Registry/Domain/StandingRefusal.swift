/// Why nobody is told how an enterprise stands.
enum StandingRefusal: Error, Equatable {
    /// Only people of banks ask.
    case noBank
    /// There is no such enterprise.
    case unknownEnterprise
}
