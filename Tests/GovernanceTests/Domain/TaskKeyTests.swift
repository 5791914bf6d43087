import Kernel
import Testing

@testable import Governance

struct TaskKeyTests {
    @Test(arguments: ["SZBF-2020-19", "a.b", "T1"])
    func `a reference leads back to its task, with a month or without`(code: String) throws {
        let key = TaskKey(policy: PolicyCode(checked: code), number: 12)
        let month = try #require(CivilMonth("2026-10"))
        #expect(TaskKey(reference: key.reference) == key)
        #expect(TaskKey(reference: GovernanceDesk.reference(key, month)) == key)
    }

    @Test(arguments: ["", "T1", "SZBF", "SZBF.12", "SZBF.Tx", ".T1", "SZBF.T1.2026-13", "SZBF.2026-10"])
    func `what is no reference to a task leads to none`(text: String) {
        #expect(TaskKey(reference: text) == nil)
    }
}
