import Kernel

extension StandingSheet {
    /// The parts that can say something else today. Public values come every hour and are not compared: they were those
    /// of their hour.
    enum Part: String, Sendable, CaseIterable {
        case firm
        case outlets
        case record
    }

    /// In which parts a sheet of now says something else.
    func differences(from now: StandingSheet) -> [Part] {
        Part.allCases.filter { part in
            switch part {
            case .firm: firm != now.firm
            case .outlets: outlets.map(\.plate) != now.outlets.map(\.plate)
            case .record: outlets.map(\.record) != now.outlets.map(\.record)
            }
        }
    }

    /// What a reader might miss, and does.
    enum Gap: Sendable, Equatable {
        case noCreditCode
        case doubtfulCreditCode(CreditCode.Doubt)
        case noOutlets
        /// An outlet without any public value.
        case noMeans(outlet: String)
        /// An outlet whose newest public value began longer ago than `staleHours`.
        case staleMeans(outlet: String, newest: Instant)
    }

    /// After how many hours the newest public value counts as old; daily means come once a day. Design value.
    static let staleHours: Int64 = 48

    /// What is missing, in the order of the sheet. Outlets that do not work owe no values.
    var gaps: [Gap] {
        var gaps: [Gap] = []
        if let code = firm.creditCode {
            if let doubt = CreditCode(checked: code).doubt { gaps.append(.doubtfulCreditCode(doubt)) }
        } else {
            gaps.append(.noCreditCode)
        }
        if outlets.isEmpty { gaps.append(.noOutlets) }
        for outlet in outlets where outlet.standing == "active" {
            guard let newest = outlet.means.map(\.start).max() else {
                gaps.append(.noMeans(outlet: outlet.title))
                continue
            }
            if at.milliseconds(since: newest) > Self.staleHours * 3_600_000 {
                gaps.append(.staleMeans(outlet: outlet.title, newest: newest))
            }
        }
        return gaps
    }
}

extension StandingSheet.Outlet {
    /// Number and name.
    var title: String { "\(number) \(name)" }

    /// What the register says of it.
    fileprivate var plate: [String] { [outlet.text, number, name, medium, standing] }
}
