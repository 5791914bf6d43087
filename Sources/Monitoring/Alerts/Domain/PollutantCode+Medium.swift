import Kernel

extension PollutantCode {
    /// Whether it is a factor of waste water: those begin with w (HJ 212-2017 table B.1).
    var isOfWater: Bool { text.lowercased().hasPrefix("w") }

    /// The mean temperature in an incinerator's furnace (HJ 212-2017 table B.2).
    static let furnaceTemperature = PollutantCode(checked: "a01901")
    /// The oxygen content of flue gas.
    static let oxygen = PollutantCode(checked: "a19001")
    /// The temperature of waste water, in ℃.
    static let waterTemperature = PollutantCode(checked: "w01010")
}
