/// What became of an arrival. Each verdict means that the arrival is durable.
public enum IntakeVerdict: Sendable, Equatable {
    /// A frame that was not known before.
    case stored
    /// The same frame again: the device did not hear the first answer, so it is answered again.
    case alreadyStored
    /// Durable and answered, but it proves no device: a logger without a number that registers, or answers the order to
    /// take one. The name under which the line can be found again; nil for none.
    case noted(registrant: String?)
    /// Kept aside with a reason in words; never answered.
    case quarantined(reason: String)
}
