import Kernel
import Web

/// Loggers that ask to be registered (1001), and those that were.
struct RegistrationsPage: ListPage {
    static let template = "Devices/RegistrationsPage"

    /// A registration and the standing of the number it was given.
    struct Line: Sendable {
        let registration: Registration
        let number: KnownNumber.Standing?

        var state: RegistrationWords.State { RegistrationWords.State(registration, number: number) }
    }

    let lines: [Line]
    let filter: RegistrationFilter
    let waiting: Int
    let next: String?
    let policy: KeyPolicy
    let isAdministrator: Bool
    let refused: RefusedForm?

    struct Content: Encodable, Sendable {
        let registrations: [Entry]
        let waiting: Int
        let waitingMax: Int
        let keyPolicy: String
        let next: String?

        struct Entry: Encodable, Sendable {
            let registration: String
            let hardware: String
            let cpu: String
            let macs: [String]
            let address: String
            let firstAt: String
            let lastAt: String
            let times: Int
            let conflicts: Int
            let state: String
            let device: String?
            let outlet: String?

            init(_ line: Line) {
                let one = line.registration
                registration = one.id.text
                hardware = one.hardware
                cpu = one.cpu
                macs = one.macs
                address = one.address
                firstAt = one.firstAt.civil.isoText
                lastAt = one.lastAt.civil.isoText
                times = one.times
                conflicts = one.conflicts
                state = line.state.rawValue
                device = one.acceptance?.device.text
                outlet = one.acceptance?.outlet.text
            }
        }
    }

    func title(_ language: Language) -> String {
        Phrase("数采仪注册申请", "Registering data loggers")(language)
    }

    var content: Content {
        Content(
            registrations: lines.map(Content.Entry.init), waiting: waiting,
            waitingMax: RegistrationBounds.design.waitingMax, keyPolicy: policy.rawValue, next: next)
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<Line>] = [
            TableColumn(Phrase("申请", "Registration")) { .text($0.registration.id.text) },
            TableColumn(Phrase("硬件", "Hardware")) { .text($0.registration.hardware) },
            TableColumn(Phrase("CPU", "CPU")) { .text($0.registration.cpu) },
            TableColumn(Phrase("MAC", "MAC")) { .text($0.registration.macs.joined(separator: " ")) },
            TableColumn(Phrase("来源地址", "Address")) { .text($0.registration.address) },
            TableColumn(Phrase("首次", "First")) { .moment($0.registration.firstAt) },
            TableColumn(Phrase("最近", "Last")) { .moment($0.registration.lastAt) },
            TableColumn(Phrase("次数", "Times")) { .number($0.registration.times) },
            TableColumn(Phrase("状态", "State")) { .text($0.state.phrase(language)) },
            TableColumn(Phrase("MN", "MN")) { .text($0.registration.acceptance?.device.text) },
            TableColumn(Phrase("排放口编号", "Outlet code")) { .text($0.registration.acceptance?.outlet.text) },
        ]
        return [ListTable(Phrase("注册申请", "Registrations"), lines, language, columns: columns)]
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "waiting": String(waiting),
            "bounds": bounds(language),
            "text": filter.text ?? false as Any,
            "states": RegistrationFilter.State.allCases.map { state -> [String: Any] in
                ["code": state.rawValue, "word": state.phrase(language), "isChosen": state == filter.state]
            },
            "isNarrowed": filter != RegistrationFilter(),
            "hasLines": !lines.isEmpty,
            "lines": lines.map { line in
                let one = line.registration
                return [
                    "href": "/registrations/\(one.id)", "hardware": one.hardware,
                    "cpu": one.cpu.isEmpty ? "–" : one.cpu,
                    "macs": one.macs.isEmpty ? "–" : one.macs.joined(separator: " "),
                    "address": one.address, "firstAt": one.firstAt.civil.minuteText,
                    "lastAt": one.lastAt.civil.minuteText, "times": String(one.times), "tag": line.state.tag,
                    "state": line.state.phrase(language), "hasConflicts": one.conflicts > 0,
                    "device": one.acceptance?.device.text ?? "–",
                ] as [String: Any]
            },
            "hasNext": next != nil,
            "next": next ?? "",
            "policy": policy.phrase(language),
            "policyForm": isAdministrator
                ? FormView.view(
                    language, action: "/registrations/key-policy", fields: RegistrationForms.keyPolicy,
                    submit: Phrase("保存", "Save"), values: [RegistrationForms.policy: policy.rawValue], refused: refused)
                : false,
        ]
    }

    private func bounds(_ language: Language) -> String {
        let bounds = RegistrationBounds.design
        return Phrase(
            "最多保留 \(bounds.waitingMax) 条待审核申请，同一地址 \(bounds.waitingPerAddressMax) 条（设计值）；已审核的不计、不会被挤掉。",
            """
            At most \(bounds.waitingMax) waiting requests are kept, \(bounds.waitingPerAddressMax) of one address \
            (design values); accepted ones never count and are never given up.
            """)(language)
    }
}
