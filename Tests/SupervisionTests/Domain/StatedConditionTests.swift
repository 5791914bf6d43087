import Facts
import Kernel
import Testing

@testable import Supervision

/// What starting or stopping excuses, and what it does not.
struct StatedConditionTests {
    private static func later(by hours: Int64, _ pollutant: PollutantCode) -> CaseEpisode {
        let first = CaseExample.opened.adding(hours: hours - 3)
        let extent = ExceedanceExtent(
            firstHour: first, lastHour: first, hours: 1, peak: DecimalNumber(500), limit: DecimalNumber(50),
            multiple: DecimalNumber(9), level: .red, ended: true)
        return CaseEpisode(
            episode: EpisodeID(checked: "EX\(hours)"), pollutant: pollutant, extent: extent, isWithdrawn: false,
            mergedInto: nil, traits: EpisodeTraits(averaging: .hour, isProvisional: false, isToxic: false))
    }

    private func qualified(
        _ episodes: [CaseEpisode], window: String = "coal-boiler/start/cold", windows: [CaseMarkWindow] = [.example],
        marks: [StatedMark] = [], told: [ToldHours] = [], data: String? = nil
    ) throws -> Result<Step, CaseRefusal> {
        let subject = CaseExample.subject(at: .checked, episodes: episodes)
        let form = CaseExample.form(of: .qualify, outcome: "condition")
            .merging(["window": window, "data": data ?? ""]) { $1 }
        let moment = StepMoment(
            now: CaseExample.opened.adding(hours: 96), rules: try CaseExample.rules(), officers: [],
            marked: MarkedHours(marks: marks), windows: windows, told: told, replaced: told.isEmpty ? [] : [.example])
        return Result { () throws(CaseRefusal) in
            try ClosedLoop.take(
                .qualify, on: subject, seenStep: subject.steps.count, form: form,
                by: CaseExample.actor(.branchOfficer), at: moment)
        }
    }

    private func defect(_ result: Result<Step, CaseRefusal>) -> ConditionDefect? {
        guard case .failure(.conditionUnfit(let defect)) = result else { return nil }
        return defect
    }

    @Test(arguments: [(4, nil), (5, .tooLong(hours: 5, max: 4))] as [(Int, ConditionDefect?)])
    func `starting or stopping excuses so many hours and no more`(hours: Int, expected: ConditionDefect?) throws {
        #expect(defect(try qualified([CaseExample.episode(hours: hours)])) == expected)
    }

    @Test func `a mean of a day and waste water are no start`() throws {
        let day = CaseExample.episode(hours: 1, averaging: .day)
        let water = CaseExample.episode(hours: 1, pollutant: PollutantCode(checked: "w01018"))
        for episodes in [[day], [water], [CaseExample.episode(), day]] {
            #expect(defect(try qualified(episodes)) == .notHoursOfWasteGas)
        }
    }

    @Test func `all exceedances of a case are measured together, and not the heaviest alone`() throws {
        let six = [CaseExample.episode(hours: 6), Self.later(by: 0, .sulphurDioxide)]
        #expect(defect(try qualified(six)) == .tooLong(hours: 6, max: 4))
        let apart = [CaseExample.episode(hours: 1), Self.later(by: 9, .sulphurDioxide)]
        #expect(defect(try qualified(apart)) == .tooLong(hours: 10, max: 4))
    }

    @Test func `hours that were marked right before are of the same start`() throws {
        let first = CaseExample.opened.adding(hours: -7)
        let marked = StatedMark(
            number: 3, first: first, last: first.adding(hours: 3), meaning: Phrase("启炉", "starting"), reason: "启炉",
            name: "示例负责人", at: CaseExample.opened)
        #expect(
            defect(try qualified([CaseExample.episode(hours: 1)], marks: [marked])) == .tooLong(hours: 5, max: 4))
    }

    @Test(
        arguments: [(6, nil, nil), (4, nil, "含告知本案而其后不再成立的"), (6, "accepted", "采信重新上传的数据")]
            as [(Int64, String?, String?)])
    func `hours that a case was told of count, unless the values sent again are taken in words`(
        hours: Int64, data: String?, words: String?
    ) throws {
        let first = CaseExample.opened.adding(hours: -3)
        let told = ToldHours(pollutant: .sulphurDioxide, first: first, last: first.adding(hours: hours - 1))
        let result = try qualified([CaseExample.episode(hours: 2)], told: [told], data: data)
        guard let words else {
            #expect(defect(result) == .tooLong(hours: 6, max: 4))
            return
        }
        let step = try result.get()
        #expect(StatedCondition.term(of: step)?.zh.contains("共 \(data == nil ? 4 : 2) 小时（\(words)") == true)
        #expect((step.form["data"] == data || data == nil) && (step.form["replaced"] != nil) == (data != nil))
    }

    @Test func `the kind is one that the trade may claim for these factors, by its own length`() throws {
        func kind(_ code: String, hoursMax: Int, factor: PollutantCode? = nil) -> CaseMarkWindow {
            CaseMarkWindow(
                code: code, name: Phrase("停炉", "stop"), hoursMax: hoursMax, certainty: .fromMemory, factor: factor)
        }
        let stop = kind("coal-boiler/stop", hoursMax: 1)
        let oxides = kind("thermal-power/start", hoursMax: 4, factor: PollutantCode(checked: "a21002"))
        let windows = [stop, oxides]
        let two = [CaseExample.episode(hours: 2)]
        for window in ["", "none", "coal-boiler/start/cold", oxides.code] {
            #expect(defect(try qualified(two, window: window, windows: windows)) == .windowMissing)
        }
        #expect(
            defect(try qualified(two, window: stop.code, windows: windows)) == .tooLong(hours: 2, max: 1))
    }

    @Test func `the paper names the kind, its length, and that nothing was marked`() throws {
        let step = try qualified([CaseExample.episode(hours: 2)]).get()
        let term = try #require(StatedCondition.term(of: step))
        #expect(
            term.zh == "燃煤锅炉冷态启动，该类型 4 小时；本案前后共 2 小时（含告知本案而其后不再成立的）；企业未作标记，由执法人员认定")
    }
}
