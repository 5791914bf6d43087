import Kernel
import Web

/// One registration: the hardware, where it came from, what a person decided, and the order that followed.
struct RegistrationPage: Page {
    static let template = "Devices/RegistrationPage"

    let line: RegistrationsPage.Line
    let outlet: DeviceStation?
    /// Orders of its number (1002), newest first.
    let orders: [ConversationRecord]
    let isConnected: Bool
    /// Whether the visitor sees business rows, such as a conversation's page.
    let seesOutlets: Bool
    let refused: RefusedForm?

    struct Content: Encodable, Sendable {
        let registration: RegistrationsPage.Content.Entry
        let remote: String
        let connected: Bool
        let conflictAddress: String?
        let orders: [ConversationContent]
    }

    private var registration: Registration { line.registration }

    func title(_ language: Language) -> String {
        Phrase("注册申请 \(registration.hardware)", "Registration \(registration.hardware)")(language)
    }

    var content: Content {
        Content(
            registration: RegistrationsPage.Content.Entry(line), remote: registration.remote, connected: isConnected,
            conflictAddress: registration.conflictAddress, orders: orders.map(ConversationContent.init))
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "tag": line.state.tag,
            "state": line.state.phrase(language),
            "isConnected": isConnected,
            "hardware": registration.hardware,
            "cpu": registration.cpu.isEmpty ? "–" : registration.cpu,
            "macs": registration.macs.isEmpty ? "–" : registration.macs.joined(separator: ", "),
            "remote": registration.remote,
            "firstAt": registration.firstAt.civil.secondText,
            "lastAt": registration.lastAt.civil.secondText,
            "times": String(registration.times),
            "conflict": registration.conflicts > 0
                ? Phrase(
                    """
                    另有 \(registration.conflicts) 次注册声称同一硬件标识，但 CPU、网卡或密码不同，最近来自 \
                    \(registration.conflictAddress ?? "–")。请核实；确认首个申请有误时移除它。
                    """,
                    """
                    \(registration.conflicts) further claims name the same hardware with another CPU, network card or \
                    password, the last from \(registration.conflictAddress ?? "–"). Find out; if the first one is \
                    wrong, remove it.
                    """)(language) : false,
            "acceptance": acceptance(language) ?? false,
            "acceptForm": FormView.view(
                language, action: "/registrations/\(registration.id)/accept", fields: RegistrationForms.accept,
                submit: registration.acceptance == nil
                    ? Phrase("分配并下发 MN", "Assign and send the number")
                    : Phrase("重新分配", "Assign anew"),
                values: [
                    RegistrationForms.outlet: registration.acceptance?.outlet.text ?? "",
                    RegistrationForms.device: registration.acceptance?.device.text ?? "",
                ], refused: refused),
            "dismissForm": FormView.view(
                language, action: "/registrations/\(registration.id)/dismiss", fields: [],
                submit: Phrase("移除这条申请", "Remove this request")),
            "hasOrders": !orders.isEmpty,
            "orders": orders.map { order in
                ConversationRow.view(of: order, language).merging(["isLinked": seesOutlets]) { $1 }
            },
        ]
    }

    private func acceptance(_ language: Language) -> [String: Any]? {
        registration.acceptance.map { acceptance in
            [
                "device": acceptance.device.text, "outlet": acceptance.outlet.text,
                "outletTitle": outlet.map { "\($0.enterpriseName) \($0.outletTitle)" } ?? acceptance.outlet.text,
                "name": acceptance.name, "at": acceptance.at.civil.secondText,
            ]
        }
    }
}
