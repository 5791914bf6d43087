import Facts
import Kernel
import Standards

extension ExceedanceExtent {
    /// The means that were judged.
    var mean: MeanPeriod { averaging ?? .hour }

    /// The end of its last hour or day.
    var end: Instant { lastHour.adding(hours: mean.hours) }

    /// The symbol of the unit of peak and limit; empty for a plain number.
    var unitSymbol: String { MeasurementUnit(unit ?? "mg/m3")?.symbol ?? unit ?? "" }

    /// The unit behind a figure, with its space.
    var unitBehind: String { Self.unitBehind(unit) }

    /// The unit of a code behind a figure, with its space; mg/m³ for none.
    static func unitBehind(_ code: String?) -> String {
        let symbol = MeasurementUnit(code ?? "mg/m3")?.symbol ?? code ?? ""
        return symbol.isEmpty ? "" : " \(symbol)"
    }

    /// How many hours or days exceed.
    func lengthText(_ language: Language) -> String {
        switch mean {
        case .hour: Phrase("\(hours) 小时", hours == 1 ? "1 hour" : "\(hours) hours")(language)
        case .day: Phrase("\(hours) 天", hours == 1 ? "1 day" : "\(hours) days")(language)
        }
    }

    /// Times over, where that means anything.
    var multipleText: String { countedMultiple ?? "–" }

    /// Times over; nil where none is counted.
    var countedMultiple: String? { countsMultiple ? multiple.description : nil }

    /// Why no "times over" is counted; nil where one is.
    var noMultiple: Phrase? {
        countsMultiple
            ? nil
            : Phrase(
                "不计超标倍数：pH、温度、下限与不得检出没有倍数",
                "times over are not counted: pH, temperatures, minima and what must not be detected have none")
    }
}
