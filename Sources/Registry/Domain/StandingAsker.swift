/// Who asks how an enterprise stands.
public struct StandingAsker: Sendable, Equatable {
    /// The code of the organisation.
    public let organisation: String
    /// Its name.
    public let name: String

    /// An organisation that may ask.
    public init(organisation: String, name: String) {
        self.organisation = organisation
        self.name = name
    }
}
