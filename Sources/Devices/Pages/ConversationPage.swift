import HJ212
import Kernel
import Web

/// One conversation with everything that went over the wire.
struct ConversationPage: Page {
    static let template = "Devices/ConversationPage"

    let station: DeviceStation
    let record: ConversationRecord
    let exchanges: [Exchange]
    let actor: Actor

    struct Content: Encodable, Sendable {
        let conversation: ConversationContent
        let exchanges: [Exchanged]

        struct Exchanged: Encodable, Sendable {
            let at: String
            let direction: String
            let number: Int
            let frame: String?
            /// The frame's data time.
            let frameAt: String?
            let text: String
        }
    }

    func title(_ language: Language) -> String {
        Phrase("指令：\(record.command.kind.phrase.zh)", "Conversation: \(record.command.kind.phrase.en)")(language)
    }

    var content: Content {
        Content(
            conversation: ConversationContent(record),
            exchanges: exchanges.map { exchange in
                Content.Exchanged(
                    at: exchange.at.civil.isoText, direction: exchange.direction.rawValue, number: exchange.command,
                    frame: exchange.digest?.hex, frameAt: exchange.frameTime?.civil.isoText, text: exchange.text)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        let mayRepeat =
            record.machine.state.isEnded && CommandPermission.allows(record.command.kind, to: actor.role)
        return ConversationRow.view(of: record, language).merging([
            "outlet": station.outlet.text,
            "outletTitle": station.outletTitle,
            "enterpriseName": station.enterpriseName,
            "link": record.link.phrase(language),
            "edition": record.edition?.jsonName ?? "–",
            "requestNumber": record.requestNumber?.text ?? "–",
            "sentAt": record.sentAt?.civil.secondText ?? "–",
            "endedAt": record.endedAt?.civil.secondText ?? "–",
            "tries": String(record.machine.tries),
            "mayRepeat": mayRepeat,
            "repeat": "/outlets/\(station.outlet)/device?command=\(record.command.kind.rawValue)#ask",
            "hasExchanges": !exchanges.isEmpty,
            "exchanges": exchanges.map { row(of: $0, language) },
        ]) { $1 }
    }

    private static func wireTime(_ time: Instant?) -> String? {
        time.map { CivilStamp(millisecondsSince1970: $0.milliseconds).text14 }
    }

    private func row(of exchange: Exchange, _ language: Language) -> [String: Any] {
        let direction =
            switch exchange.direction {
            case .sent: Phrase("发出", "sent")
            case .received: Phrase("收到", "received")
            case .unsent: Phrase("未能发出（线路不可用）", "not sent (no line took it)")
            }
        return [
            "at": exchange.at.civil.secondText, "direction": direction(language),
            "number": String(exchange.command), "text": exchange.text, "hasFrame": exchange.digest != nil,
            "frame": exchange.digest?.hex ?? "", "hasTime": exchange.frameTime != nil,
            "frameAt": Self.wireTime(exchange.frameTime) ?? "",
            "frameShort": exchange.digest.map { String($0.hex.prefix(8)) } ?? "",
        ]
    }
}
