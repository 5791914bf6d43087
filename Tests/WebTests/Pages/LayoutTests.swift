import Testing

@testable import Web

struct LayoutTests {
    @Test(
        arguments: [
            ("/", "/voice"), ("/voice", "/voice"), ("/policy/tasks", "/voice?from=/policy/tasks"),
            ("/policy/SZBF-2020-19/tasks/4", "/voice?from=/policy"),
            ("/enterprises/E0001", "/voice?from=/enterprises"), ("/account", "/voice?from=/account"),
            ("/governance/scores/D1", "/voice?from=/governance/scores"),
        ])
    func `the foot of a page leads to feedback on its section, and names no firm`(path: String, address: String) {
        #expect(Layout.voice(from: path) == address)
    }
}
