import Kernel
import Testing

@testable import Monitoring

@Suite struct FactorNamesTests {
    @Test func `codes of factors in a step get their names, once, and other words stay`() {
        let step = Phrase("共 3 小时，因子 a21026, a99999", "3 h, factors a21026, a99999").namingFactors
        #expect(step.zh == "共 3 小时，因子 二氧化硫（a21026）, a99999")
        #expect(step.en == "3 h, factors sulphur dioxide (SO₂) (a21026), a99999")
        #expect(step.namingFactors == step)
    }
}
