extension Database {
    /// Does what would be done and takes all of it back, whatever the engine: what is refused here would be refused in
    /// earnest. Throws what the body throws; nothing stays, and nobody is woken.
    public func rehearse(_ body: @Sendable @escaping (any WriteAccess) throws -> Void) async throws {
        do {
            try await write { access -> Void in
                try body(access)
                throw Rehearsed()
            }
        } catch is Rehearsed {
            return
        }
    }
}

/// Ends a rehearsal: a transaction that throws is taken back.
private struct Rehearsed: Error {}
