import Facts
import Kernel
import Standards

extension EmissionHours {
    /// What the enterprise marked of each hour.
    var markedPlaces: [MarkedStretch?] {
        (stretches ?? []).byPlace(from: concentrations.start, hours: concentrations.values.count)
    }

    /// What the marks came to, in words; nothing where there are none.
    ///
    /// What a device measured in hours marked as standing still is told beside them: it is not counted, but whoever
    /// reads the amount must see it.
    func markSteps(of medium: AmountMedium) -> [Phrase] {
        let places = markedPlaces
        let stopped = [MarkedStretch].count(.stopped, in: places)
        let void = [MarkedStretch].count(.void, in: places)
        guard stopped + void > 0 else { return [] }
        let unmarked = EmissionHours(concentrations: concentrations, flows: flows).states(of: medium)
        let running = zip(places, unmarked).compactMap { place, state -> EmittedMass? in
            guard place?.effect == .stopped, case .measured(let mass) = state, mass.milligrams > 0 else { return nil }
            return mass
        }
        let measured = EmittedMass.sum(running)
        let steps = [
            Phrase(
                "企业标记停运 \(stopped) 小时，不计排放；标记数据无效 \(void) 小时，按缺失处理",
                "marked by the enterprise: \(stopped) h standing still, not counted; \(void) h invalid, taken as gaps"
            )
        ]
        guard !running.isEmpty else { return steps }
        return steps + [
            Phrase(
                "注意：标记停运的小时中有 \(running.count) 小时仍有实测排放，共 \(measured) mg，未计入",
                "note: in \(running.count) of the hours marked as standing still a device measured \(measured) mg, "
                    + "which are not counted")
        ]
    }
}

extension RuleDescriptor {
    /// The next version of a rule on amounts: it heeds the marks of the enterprise.
    var heedingMarks: RuleDescriptor {
        RuleDescriptor(
            code: code, version: version + 1,
            title: title.joined(
                with: Phrase("标记停运的小时不计，标记无效的按缺失处理", "marked standstill counts nothing, marked invalid is a gap")),
            basis: basis.joined(
                with: Phrase("企业标记：标记规则（公告2022年第21号）", "marks of the enterprise: notice 2022 no. 21")),
            validFrom: validFrom, validTo: validTo, certainty: certainty)
    }
}

extension Ruling {
    /// The same with steps before its own.
    func behind(_ first: [Phrase]) -> Ruling { Ruling(outcome: outcome, steps: first + steps) }
}
