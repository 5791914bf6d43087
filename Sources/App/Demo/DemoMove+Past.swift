import Supervision

extension DemoMove {
    private static let day: Int64 = 1_440

    /// From the order to the closure, over a week.
    private static let putRight: [DemoMove] = [
        DemoMove(.order, after: day), DemoMove(.serve, after: 60), DemoMove(.report, after: 3 * day),
        DemoMove(.recheck, "true", after: 2 * day),
        DemoMove(.close, after: day),
    ]

    /// A true exceedance, put right and closed.
    static let wholeLine = qualified("exceedance") + putRight
    /// A heavy one, handed over for a penalty, put right and closed.
    static let handedOver = qualified("exceedance") + [DemoMove(.handOver, after: 240)] + putRight
    /// The analyser was broken: reported with the answer, repaired, confirmed, closed.
    static let deviceRepaired =
        beginning(2) + [DemoMove(.reportFault, after: 20)] + Array(qualified("device").dropFirst(2))
        + [
            DemoMove(.repair, after: 2 * day), DemoMove(.confirm, "true", after: day), DemoMove(.close, after: day),
        ]
    /// A wrong mark, corrected, confirmed, closed.
    static let markCorrected =
        qualified("mark")
        + [
            DemoMove(.correctMark, after: 180), DemoMove(.confirm, "true", after: day),
            DemoMove(.close, after: day),
        ]
    /// Starting within the allowed hours; closed.
    static let stated = qualified("condition") + [DemoMove(.close, after: day)]
    /// Not right at the first re-check; ordered again, and closed after the second.
    static let secondTime =
        qualified("exceedance")
        + [
            DemoMove(.order, after: day), DemoMove(.serve, after: 60), DemoMove(.report, after: 3 * day),
            DemoMove(.recheck, "false", after: 2 * day),
        ] + putRight
    /// The enterprise did not answer, so the branch took the case over without it.
    static let late =
        [
            DemoMove(.warn, after: 9), DemoMove(.accept, after: 150), DemoMove(.check, after: 190),
            DemoMove(.qualify, "exceedance", after: 60),
        ] + putRight
    /// More time was asked for and granted.
    static let moreTime =
        qualified("exceedance")
        + [
            DemoMove(.order, after: day), DemoMove(.serve, after: 60), DemoMove(.askTime, after: day),
            DemoMove(.decideTime, "true", after: 240),
            DemoMove(.report, after: 5 * day), DemoMove(.recheck, "true", after: 2 * day),
            DemoMove(.close, after: day),
        ]
    /// Ordered, and being put right.
    static let orderedNextDay = qualified("exceedance") + [DemoMove(.order, after: day), DemoMove(.serve, after: 60)]
    /// Reported after three days.
    static let reportedLater = orderedNextDay + [DemoMove(.report, after: 3 * day)]
    /// A re-check that finds it not right.
    static let refused = DemoMove(.recheck, "false", after: day)
    /// The repair was not accepted: the device is under repair again.
    static let repairRefused =
        qualified("device")
        + [
            DemoMove(.reportFault, after: 60), DemoMove(.repair, after: 2 * day),
            DemoMove(.confirm, "false", after: day),
        ]
    /// A corrected mark that is sent back.
    static let sentBack = [DemoMove(.correctMark, after: 180), DemoMove(.confirm, "false", after: day)]
}
