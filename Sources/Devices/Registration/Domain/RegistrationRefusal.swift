/// Why a registration is not accepted. Nothing has changed then, and nothing was sent.
enum RegistrationRefusal: Error, Sendable, Equatable, CaseIterable {
    /// No such registration; somebody may have removed it.
    case notFound
    /// No outlet of this identifier is registered.
    case unknownOutlet
    /// What was typed can be no device number.
    case notANumber
    /// Another registered logger was given this number.
    case numberGiven
}
