import Facts
import FoundationEssentials
import Kernel

/// What surveys ask and count by, and what public feedback may be about: `share/policy/surveys.json`.
struct SurveyFigures: Decodable, Sendable, Equatable {
    /// How sure the five dimensions are.
    let dimensionsCertainty: Certainty
    /// How sure weights, points and bounds are.
    let figuresCertainty: Certainty
    let dimensions: [Dimension]
    /// What the answers 1, 2, 3 … are worth, in points of 100.
    let points: [Int]
    /// With fewer answers nothing is said of a district.
    let answersMin: Int
    /// Of how much of the population something must be said before anything is said of the city, in percent.
    let coverageMin_percent: Int
    let feedback: FeedbackLimits
    let services: [Service]

    /// One thing that is asked.
    struct Dimension: Codable, Sendable, Equatable {
        let code: String
        let name: Phrase
        let weight: Int
        let question: Phrase
    }

    /// How feedback is bounded and until when it is answered.
    struct FeedbackLimits: Decodable, Sendable, Equatable {
        let answer_working_days: Int
        let window_minutes: Int64
        let posts_per_sender_max: Int
        let posts_per_hour_max: Int
    }

    /// A service of the platform, as people choose it.
    struct Service: Decodable, Sendable, Equatable {
        let code: String
        let name: Phrase
        /// How the addresses of its pages begin.
        let sections: [String]
    }

    enum CodingKeys: String, CodingKey {
        case dimensions, points, feedback, services
        case dimensionsCertainty = "dimensions_certainty"
        case figuresCertainty = "figures_certainty"
        case answersMin = "answers_min"
        case coverageMin_percent = "coverage_min_percent"
    }

    /// A figure that makes no sense.
    struct Defect: Error, Equatable {
        let what: String
    }

    init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json))
        let codes = dimensions.map(\.code)
        guard (1...10).contains(codes.count), Set(codes).count == codes.count, !codes.contains(Survey.overall),
            dimensions.allSatisfy({ (1...10).contains($0.weight) })
        else { throw Defect(what: "dimensions") }
        // The arithmetic of results has its room by these bounds (`SurveyArithmetic`).
        guard points.count == 5, points.allSatisfy({ (0...100).contains($0) }) else { throw Defect(what: "points") }
        guard (2...1_000).contains(answersMin) else { throw Defect(what: "answers_min") }
        guard (1...100).contains(coverageMin_percent) else { throw Defect(what: "coverage_min_percent") }
        guard (1...100).contains(feedback.answer_working_days), (1...1_440).contains(feedback.window_minutes),
            feedback.posts_per_sender_max >= 1, feedback.posts_per_hour_max >= 1
        else { throw Defect(what: "feedback") }
        guard !services.isEmpty, Set(services.map(\.code)).count == services.count else {
            throw Defect(what: "services")
        }
        let sections = services.flatMap(\.sections)
        guard sections.allSatisfy({ $0.hasPrefix("/") }), Set(sections).count == sections.count else {
            throw Defect(what: "sections")
        }
    }

    /// The service that an address belongs to, by the longest of the sections that it lies in; nil for none.
    func service(at address: String) -> Service? {
        func lies(in section: String) -> Bool { address == section || address.hasPrefix(section + "/") }
        return services.compactMap { service in
            service.sections.filter(lies).map(\.utf8.count).max().map { (service: service, length: $0) }
        }.max { $0.length < $1.length }?.service
    }

    /// What a service is called; its code when the file does not know it any more.
    func name(of service: String) -> Phrase {
        services.first { $0.code == service }?.name ?? Phrase(service, service)
    }
}
