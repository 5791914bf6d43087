import Access

extension AccessRoom {
    /// The organisation of a typed code or name. Refuses with `AccessRefusal.unknownOrganisation`.
    func organisation(typed text: String) async throws -> Organisation {
        let known = try await organisations()
        guard let found = known.first(where: { $0.id.text == text }) ?? known.first(where: { $0.name == text }) else {
            throw AccessRefusal.unknownOrganisation
        }
        return found
    }
}
