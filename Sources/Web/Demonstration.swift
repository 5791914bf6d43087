public import Access
public import Kernel

/// Given only when the database was created as a demonstration: it opens the page on which anybody becomes anybody.
public struct Demonstration: Sendable {
    /// How a person's region or enterprise is called; nil for people of the whole city.
    public typealias PlaceName = @Sendable (Person) async throws -> Phrase?

    /// Things to try as one of the people, each with the page where it begins.
    public struct Stop: Sendable {
        let person: PersonID
        let question: Phrase
        let tries: [Door]
        let later: Phrase?

        /// Things to try.
        ///
        /// - Parameters:
        ///   - question: Who it is, and what brings them here.
        ///   - later: What this person needs and the product does not do yet.
        public init(person: PersonID, question: Phrase, tries: [Door], later: Phrase? = nil) {
            self.person = person
            self.question = question
            self.tries = tries
            self.later = later
        }
    }

    /// Something to look at.
    public struct Door: Sendable {
        let path: String
        let what: Phrase

        /// Something to look at.
        public init(path: String, what: Phrase) {
            self.path = path
            self.what = what
        }
    }

    let stops: [Stop]
    /// What needs nobody.
    let doors: [Door]
    /// The command that makes an exceedance now; nil before the gateway listens.
    let sendLine: @Sendable () -> String?
    let placeName: PlaceName

    /// A demonstration with what to try in it, whose places are named so.
    public init(
        stops: [Stop] = [], doors: [Door] = [], sendLine: @escaping @Sendable () -> String? = { nil },
        placeName: @escaping PlaceName
    ) {
        self.stops = stops
        self.doors = doors
        self.sendLine = sendLine
        self.placeName = placeName
    }
}
