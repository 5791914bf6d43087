/// The port through which arrivals become durable; filled by the room that stores frames.
public protocol FrameIntake: Sendable {
    /// Makes all arrivals durable in one transaction.
    ///
    /// Arrivals of one line come in the order of the line. Calls never overlap.
    ///
    /// - Returns: One verdict for each arrival, in the same order.
    /// - Throws: When nothing became durable. The description of the error is logged, so it must not hold frame
    ///   contents (they carry the device's password).
    func store(_ arrivals: [Arrival]) async throws -> [IntakeVerdict]
}
