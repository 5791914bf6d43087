import HJ212
import Kernel
import Web

/// The logger of an outlet: its line, what may be asked of it, and its conversations.
struct DevicePage: Page {
    static let template = "Devices/DevicePage"

    let station: DeviceStation
    let line: OpenLine?
    let conversations: [ConversationRecord]
    /// Where the list goes on; nil at its end.
    let next: String?
    let wishes: [WishStore.Wish]
    let gaps: [GapStore.Gap]
    let askedToday: [RequestKind: Int]
    let actor: Actor
    let now: Instant
    /// The request whose form is open.
    let chosen: RequestKind?
    let refused: RefusedForm?

    struct Content: Encodable, Sendable {
        let outlet: String
        let device: String
        let connected: Bool
        let remote: String?
        let since: String?
        let lastFrameAt: String?
        let edition: String?
        let commands: [Command]
        let conversations: [ConversationContent]
        let gaps: [Gap]
        let next: String?

        struct Command: Encodable, Sendable {
            let command: String
            let askedToday: Int
            let perDayMax: Int
        }

        struct Gap: Encodable, Sendable {
            let number: Int
            let from: String
            let to: String
            let tries: Int
            let givenUp: Bool
        }
    }

    func title(_ language: Language) -> String {
        Phrase("数采仪 \(station.outletTitle)", "Data logger \(station.outletTitle)")(language)
    }

    var content: Content {
        Content(
            outlet: station.outlet.text, device: station.device.text, connected: line != nil, remote: line?.remote,
            since: line?.since.civil.isoText, lastFrameAt: line?.lastFrameAt.civil.isoText,
            edition: edition?.jsonName,
            commands: kinds.map { kind in
                Content.Command(
                    command: kind.rawValue, askedToday: askedToday[kind, default: 0],
                    perDayMax: kind.trait.perDayMax)
            },
            conversations: conversations.map(ConversationContent.init),
            gaps: gaps.map { gap in
                Content.Gap(
                    number: gap.command, from: gap.from.civil.isoText, to: gap.to.civil.isoText, tries: gap.tries,
                    givenUp: gap.isGivenUp)
            }, next: next)
    }

    /// The edition it speaks on its line.
    private var edition: Dialect? { line?.edition }

    /// What the visitor may ask of this device.
    private var kinds: [RequestKind] {
        RequestKind.allCases.filter { kind in
            CommandPermission.allows(kind, to: actor.role) && edition.map(kind.trait.exists) ?? true
        }
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "outlet": station.outlet.text,
            "outletTitle": station.outletTitle,
            "enterprise": station.enterprise.text,
            "enterpriseName": station.enterpriseName,
            "region": station.regionName(language),
            "device": station.device.text,
            "edition": edition?.jsonName ?? "–",
            "isConnected": line != nil,
            "remote": line?.remote ?? "–",
            "since": line?.since.civil.secondText ?? "–",
            "lastFrameAt": line?.lastFrameAt.civil.secondText ?? "–",
            "mayAsk": !kinds.isEmpty,
            "groups": groups(language),
            "hasForm": chosen != nil,
            "formTitle": chosen?.phrase(language) ?? "–",
            "isDangerous": chosen?.trait.danger == .dangerous,
            "limit": chosen.map { limit(of: $0, language) } ?? "–",
            "form": form(language),
            "hasConversations": !conversations.isEmpty,
            "conversations": conversations.map { ConversationRow.view(of: $0, language) },
            "hasNext": next != nil,
            "next": next ?? "",
            "hasWishes": !wishes.isEmpty,
            "wishes": wishes.map { wish in
                [
                    "what": WishPhrase.wish(wish.command)(language), "number": String(wish.command),
                    "at": wish.lastAt.civil.secondText, "times": String(wish.times),
                    "answer": WishPhrase.answer(wish.answer)(language),
                ]
            },
            "keepsSecrets": actor.role == .cityOfficer,
            "keyOrder": keyOrder(language) ?? false,
            "hasGaps": !gaps.isEmpty,
            "gaps": gaps.map { row(of: $0, language) },
        ]
    }

    private func groups(_ language: Language) -> [[String: Any]] {
        CommandGroup.allCases.compactMap { group -> [String: Any]? in
            let own = kinds.filter { $0.trait.group == group }
            guard !own.isEmpty else { return nil }
            return [
                "group": group.phrase(language),
                "kinds": own.map { kind in
                    [
                        "href": "/outlets/\(station.outlet)/device?command=\(kind.rawValue)#ask",
                        "word": kind.phrase(language), "isChosen": kind == chosen,
                    ] as [String: Any]
                },
            ]
        }
    }

    private func form(_ language: Language) -> [String: Any] {
        guard let chosen else { return [:] }
        return FormView.view(
            language, action: "/outlets/\(station.outlet)/device/\(chosen.rawValue)",
            fields: CommandForm.fields(of: chosen), submit: Phrase("下达", "Send"), values: suggestions,
            refused: refused)
    }

    /// One click answers a device that waits for a new key.
    private func keyOrder(_ language: Language) -> [String: Any]? {
        let isWaiting = wishes.contains { wish in
            wish.command == 1014 && wish.answer == DeviceWishes.Answer.keyWaits.rawValue
                && !conversations.contains { $0.command.kind == .setKey && $0.askedAt >= wish.lastAt }
        }
        guard isWaiting, CommandPermission.allows(.setKey, to: actor.role) else { return nil }
        return FormView.view(
            language, action: "/outlets/\(station.outlet)/device/\(RequestKind.setKey.rawValue)", fields: [],
            submit: Phrase("生成并下发新密钥", "Draw and send a new key"))
    }

    /// The hours that are over, for whoever asks for a history.
    private var suggestions: [String: String] {
        let hour = now.startOfHour
        return [
            CommandField.from: hour.adding(hours: -3).civil.minuteText,
            CommandField.to: hour.adding(hours: -1).civil.minuteText,
        ]
    }

    private func limit(of kind: RequestKind, _ language: Language) -> String {
        let (asked, max) = (askedToday[kind, default: 0], kind.trait.perDayMax)
        return Phrase(
            "今天已下达 \(asked) 次，每台设备每天最多 \(max) 次（设计值）",
            "asked \(Counted.english(asked, "time")) today, at most \(max) a day and device (design value)")(language)
    }

    private func row(of gap: GapStore.Gap, _ language: Language) -> [String: Any] {
        let state =
            gap.isGivenUp
            ? Phrase("已放弃", "given up") : Phrase("已补采 \(gap.tries) 次", "asked \(Counted.english(gap.tries, "time"))")
        return [
            "number": String(gap.command), "from": gap.from.civil.minuteText, "to": gap.to.civil.minuteText,
            "tag": gap.isGivenUp ? "late" : "open", "state": state(language), "triedAt": gap.triedAt.civil.minuteText,
        ]
    }
}
