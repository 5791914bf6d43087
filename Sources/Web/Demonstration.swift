public import Access
public import Kernel

/// Given only when the database was created as a demonstration: it opens the page on which anybody becomes anybody.
public struct Demonstration: Sendable {
    /// How a person's region or enterprise is called; nil for people of the whole city.
    public typealias PlaceName = @Sendable (Person) async throws -> Phrase?

    let placeName: PlaceName

    /// A demonstration whose places are named so.
    public init(placeName: @escaping PlaceName) {
        self.placeName = placeName
    }
}
