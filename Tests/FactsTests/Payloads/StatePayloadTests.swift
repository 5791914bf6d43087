import Facts
import Kernel
import Testing

struct StatePayloadTests {
    private static func forms() throws -> [PayloadFormTests.Form] {
        let (episode, decision) = (StateEpisodeID(checked: "ST1"), DecisionID(checked: "D1"))
        let extent = StateExtent(
            state: "maintenance", firstHour: Instant(milliseconds: 0), lastHour: Instant(milliseconds: 7), hours: 2,
            factors: [.sulphurDioxide], ended: true, asks: false, quarterHours: 9)
        let told =
            #"{"asks":false,"ended":true,"factors":["a21026"],"firstHour":0,"hours":2,"lastHour":7,"#
            + #""quarterHours":9,"state":"maintenance"}"#
        return [
            try PayloadFormTests.Form(
                StateEpisodeFound(
                    episode: episode, outlet: OutletID(checked: "O1"), extent: extent, rule: "MON-12",
                    decision: decision), "monitoring.state-found",
                #"{"decision":"D1","episode":"ST1","extent":\#(told),"outlet":"O1","rule":"MON-12"}"#),
            try PayloadFormTests.Form(
                StateEpisodeChanged(episode: episode, extent: extent, decision: decision), "monitoring.state-changed",
                #"{"decision":"D1","episode":"ST1","extent":\#(told)}"#),
            try PayloadFormTests.Form(
                StateEpisodeEnded(episode: episode, extent: extent, decision: decision), "monitoring.state-ended",
                #"{"decision":"D1","episode":"ST1","extent":\#(told)}"#),
            try PayloadFormTests.Form(
                StateEpisodeWithdrawn(episode: episode, mergedInto: StateEpisodeID(checked: "ST2"), decision: decision),
                "monitoring.state-withdrawn", #"{"decision":"D1","episode":"ST1","mergedInto":"ST2"}"#),
            try PayloadFormTests.Form(
                StateStepTaken(
                    episode: episode, step: 1, action: "explain", from: "explain", to: "confirm", form: ["a": "b"]),
                "monitoring.state-step-taken",
                #"{"action":"explain","episode":"ST1","form":{"a":"b"},"from":"explain","step":1,"to":"confirm"}"#),
            try PayloadFormTests.Form(
                StateCourseMoved(episode: episode, from: "report", to: "look", reason: "clock-ran-out"),
                "monitoring.state-course-moved",
                #"{"episode":"ST1","from":"report","reason":"clock-ran-out","to":"look"}"#),
        ]
    }

    @Test(arguments: try forms())
    func `a payload of states has one form`(form: PayloadFormTests.Form) {
        #expect(String(decoding: form.bytes, as: UTF8.self) == form.json)
        #expect(form.comesBack)
    }
}
