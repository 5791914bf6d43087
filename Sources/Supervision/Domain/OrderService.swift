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

    /// The day from which the order counts: of receipt, or of a public notice the last day of its term.
    let day: CivilDate
    let way: Way?
    /// The number of the file of evidence that proves it.
    let proof: String
    /// The first moment behind it: its minute, where that is recorded, of a public notice the end of its term.
    let from: Instant

    /// The service that a step records; nil for another step.
    init?(_ step: Step) {
        guard step.action == .serve, let served = step.form["served_on"].flatMap({ CivilDate($0) }) else { return nil }
        way = step.form["served_how"].flatMap(Way.init)
        proof = step.form["proof"] ?? ""
        // Notices of earlier programs counted from their own day.
        let counted = step.form[Self.countsFromField].flatMap { CivilDate($0) }
        day = counted ?? served
        let start = Instant(startOf: counted.map { $0.adding(days: 1) } ?? served)
        from = counted == nil ? start.adding(minutes: StepTimes.minutes(step.form["served_at"]) ?? 0) : start
    }

    /// The field of a step that holds the day from which the order counts, where that is not the day served.
    static let countsFromField = "counts_from"

    /// The day from which an order counts that was served so on a day: a public notice when its term has run out.
    static func countsFrom(_ day: CivilDate, _ way: Way?, _ rules: ClosedLoopRules) -> CivilDate {
        way == .notice ? day.adding(days: Int64(rules.noticeDays)) : day
    }

    /// What the law asks of a service, and what its step keeps beside what was typed.
    ///
    /// The minute is needed where somebody was there, or a machine wrote it down; a receipt of mail bears a day, and a
    /// notice is published on one.
    static func form(
        _ form: [String: String], on subject: SupervisionCase, now: Instant, rules: ClosedLoopRules
    ) throws(CaseRefusal) -> [String: String] {
        guard let way = form["served_how"].flatMap(Way.init) else { throw .choiceMissing(field: "served_how") }
        guard let day = form["served_on"].flatMap({ CivilDate($0) }) else { throw .dateMissing(field: "served_on") }
        let text = form["served_at"] ?? ""
        if !text.isEmpty || ![.mail, .notice].contains(way) {
            guard let minutes = StepTimes.minutes(text) else { throw .timeUnfit(field: "served_at") }
            let moment = Instant(startOf: day).adding(minutes: minutes)
            guard moment <= now else { throw .timeUnfit(field: "served_at") }
            if let ordered = subject.order?.at.startOfMinute, moment < ordered {
                throw .timeTooEarly(field: "served_at", after: ordered)
            }
        }
        return way == .notice ? [countsFromField: countsFrom(day, way, rules).description] : [:]
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

    /// The moment before which nothing is re-checked: of the service, else of the order; nil before an order.
    var recheckFrom: Instant? { service?.from ?? order?.at.startOfMinute }

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

    /// The proof of a service that a form records: a file of the office, filed behind the order.
    static func checkService(
        _ action: CaseAction, _ form: [String: String], on subject: SupervisionCase, files: [EvidenceFile]
    ) throws(CaseRefusal) {
        guard action == .serve else { return }
        guard let file = files.first(where: { "\($0.number)" == form["proof"] }) else {
            throw .proofUnfit(.unknown)
        }
        if let lack = ProofLack(of: file, for: subject) { throw .proofUnfit(lack) }
    }
}
