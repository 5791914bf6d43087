import Kernel

/// The service (送达) of an order on the enterprise: from that day it counts, and its re-check with it.
struct OrderService: Sendable, Equatable {
    /// How an order is served.
    enum Way: String, Sendable, CaseIterable {
        /// 直接送达: handed over against signature.
        case direct
        /// 留置送达: left there, because it was not taken.
        case left
        /// 电子送达: by an address that the enterprise agreed to.
        case electronic
        /// 邮寄送达: by mail.
        case mail
        /// 公告送达: by public notice.
        case notice
    }

    let day: CivilDate
    let way: Way?
    /// The number of the file of evidence that proves it.
    let proof: String

    /// The service that a step records; nil for another step.
    init?(_ step: Step) {
        guard step.action == .serve, let day = step.form["served_on"].flatMap({ CivilDate($0) }) else { return nil }
        self.day = day
        way = step.form["served_how"].flatMap(Way.init)
        proof = step.form["proof"] ?? ""
    }
}

extension SupervisionCase {
    /// The newest order; nil when there is none.
    var order: Step? { steps.last { $0.action == .order } }

    /// The recorded service of the newest order; nil when there is none.
    var service: OrderService? {
        guard let order else { return nil }
        return steps.last { $0.action == .serve && $0.number > order.number }.flatMap(OrderService.init)
    }

    /// Whether an order stands whose service is not recorded.
    var isUnserved: Bool { order != nil && service == nil }

    /// Whether its service is still owed. Orders of earlier programs owe none: they count from their own day.
    var owesService: Bool { isUnserved && order?.form[ClosedLoop.serveByField] != nil }

    /// The day from which the newest order counts: of its service, else its own; nil before an order.
    var orderCountsFrom: CivilDate? { service?.day ?? order?.at.civil.date }

    /// When what the newest order rests on was written down: the record of the check or the re-check, or where
    /// something else was found first, what was found instead.
    var findingsAt: Instant? {
        guard state != .failed, let qualified = round.last(where: { $0.action == .qualify }) else { return since }
        guard qualified.from == .checked else { return qualified.at }
        return round.last { $0.number < qualified.number && $0.to == .checked && $0.from != .checked }?.at
            ?? qualified.at
    }
}

extension ClosedLoop {
    /// The field of an order's step that tells until when it is to be served.
    static let serveByField = "serve_by"

    /// The service of an order: it is owed before the report of the enterprise, in the same state, and before the
    /// re-check where the enterprise was quicker.
    static let service = Stand(state: .ordered, duty: .serve, owner: .branch, timeOut: .handUp(.serve))

    /// Whose move a case waits for as it stands, its order served or not.
    static func stand(of subject: SupervisionCase) -> Stand? {
        [.ordered, .reported].contains(subject.state) && subject.owesService ? service : stand(of: subject.state)
    }

    /// Until when an order made now is to be served: as long after the record that it rests on as it was to be made
    /// (Order 28 art. 8); where that is over, so long after the order.
    static func serveBy(of subject: SupervisionCase, now: Instant, rules: ClosedLoopRules) -> Instant {
        let term = rules.clock(of: service.duty).term
        let lawful = term.due(from: subject.findingsAt ?? now, on: rules.calendar)
        return lawful > now ? lawful : term.due(from: now, on: rules.calendar)
    }

    /// Until when an order is to be re-checked: within 30 days of its service (Order 28 art. 10), of the order itself
    /// while no service is recorded; nil before an order.
    static func recheckBy(of subject: SupervisionCase, rules: ClosedLoopRules) -> Instant? {
        subject.orderCountsFrom.map { day in
            rules.clock(of: .recheck).term.due(from: Instant(startOf: day), on: rules.calendar)
        }
    }

    /// The way and the proof of a service that a form records.
    static func checkService(
        _ action: CaseAction, _ form: [String: String], files: [EvidenceFile]
    ) throws(CaseRefusal) {
        guard action == .serve else { return }
        guard form["served_how"].flatMap(OrderService.Way.init) != nil else {
            throw .choiceMissing(field: "served_how")
        }
        guard files.contains(where: { "\($0.number)" == form["proof"] }) else { throw .proofUnknown }
    }
}
