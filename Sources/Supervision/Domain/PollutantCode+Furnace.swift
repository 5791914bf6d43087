import Kernel

extension PollutantCode {
    /// The temperature of a furnace, whose five-minute means are counted.
    static let furnaceTemperature = PollutantCode(checked: "a01901")
}
