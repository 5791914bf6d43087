import Kernel
import Web

/// For the administrator: which programs of other departments are told of what, and whether they take it.
struct NoticesPage: ListPage {
    static let template = "Notices/NoticesPage"

    let subscriptions: [NoticeSubscription]
    let standings: [SubscriptionID: NoticeStore.Standing]
    let regions: [(code: RegionCode, name: Phrase)]
    /// The subscription just made, with its secret: shown once.
    let made: (id: SubscriptionID, secret: String)?
    let refused: RefusedForm?
    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let subscriptions: [Entry]
        /// The secret of the subscription just made; nowhere else and never again.
        let secret: String?

        struct Entry: Encodable, Sendable {
            let subscription: String
            let name: String
            let address: String
            let kinds: [String]
            let region: String?
            let isEnded: Bool
            let endedAt: String?
            let waiting: Int
            let taken: Int
            let givenUp: Int
            let lastAnswer: String
            let lastAnswerAt: String?
        }
    }

    static func fields(_ regions: [(code: RegionCode, name: Phrase)]) -> [FormField] {
        [
            FormField(name: "name", label: Phrase("单位", "Department"), kind: .text(max: 60), required: true),
            FormField(
                name: "address", label: Phrase("接收地址", "Address"), kind: .text(max: NoticeAddress.lengthMax),
                required: true,
                hint: Phrase(
                    "https://主机[:端口]/路径（核验证书）或 http://…（不加密）",
                    "https://host[:port]/path (its certificate is checked), or http://… (not encrypted)")),
            FormField(
                name: "region", label: Phrase("属地", "Region"), kind: .choice(regions.map(\.code.text)),
                required: false, hint: Phrase("留空为全市", "leave empty for the whole city"),
                optionLabels: Dictionary(regions.map { ($0.code.text, $0.name) }, uniquingKeysWith: { $1 })),
        ] + OfferedKind.all.map { FormField(name: $0.kind, label: $0.name, kind: .flag, required: false) }
    }

    static let endingFields = [
        FormField(name: "reason", label: Phrase("停止原因", "Reason"), kind: .text(max: 200), required: true)
    ]

    func title(_ language: Language) -> String { Phrase("数据推送", "Notices to other programs")(language) }

    var content: Content {
        Content(
            subscriptions: subscriptions.map { subscription in
                let standing = standings[subscription.id] ?? .init()
                return Content.Entry(
                    subscription: subscription.id.text, name: subscription.name, address: subscription.address.text,
                    kinds: subscription.kinds.sorted(), region: subscription.region?.text,
                    isEnded: subscription.endedAt != nil, endedAt: subscription.endedAt?.civil.isoText,
                    waiting: standing.waiting, taken: standing.taken,
                    givenUp: standing.givenUp, lastAnswer: standing.lastAnswer,
                    lastAnswerAt: standing.lastAnswerAt?.civil.isoText)
            }, secret: made?.secret)
    }

    func tables(_ language: Language) -> [ListTable] {
        let (regions, standings) = (regions, standings)
        @Sendable func standing(of subscription: NoticeSubscription) -> NoticeStore.Standing {
            standings[subscription.id] ?? .init()
        }
        let columns: [TableColumn<NoticeSubscription>] = [
            TableColumn(Phrase("编号", "Subscription")) { .text($0.id.text) },
            TableColumn(Phrase("单位", "Department")) { .text($0.name) },
            TableColumn(Phrase("接收地址", "Address")) { .text($0.address.text) },
            TableColumn(Phrase("属地", "Region")) { subscription in
                .text(
                    subscription.region.flatMap { code in regions.first { $0.code == code }?.name(language) }
                        ?? Phrase("全市", "whole city")(language))
            },
            TableColumn(Phrase("事实种类", "Kinds of fact")) { subscription in
                .text(
                    OfferedKind.all.filter { subscription.kinds.contains($0.kind) }.map { $0.name(language) }
                        .joined(separator: Phrase("、", ", ")(language)))
            },
            TableColumn(Phrase("等待", "Waiting")) { .number(standing(of: $0).waiting) },
            TableColumn(Phrase("已接收", "Taken")) { .number(standing(of: $0).taken) },
            TableColumn(Phrase("已放弃", "Given up")) { .number(standing(of: $0).givenUp) },
            TableColumn(Phrase("最近应答", "Last answer")) { .text(standing(of: $0).lastAnswer) },
            TableColumn(Phrase("最近应答时间", "Last answered")) { .moment(standing(of: $0).lastAnswerAt) },
            TableColumn(Phrase("停止时间", "Ended")) { .moment($0.endedAt) },
        ]
        return [ListTable(Phrase("数据推送", "Notices"), subscriptions, language, columns: columns)]
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "isMade": made != nil, "secret": made?.secret ?? "", "madeID": made?.id.text ?? "",
            "hasSubscriptions": !subscriptions.isEmpty,
            "subscriptions": subscriptions.map { line($0, language) },
            "form": FormView.view(
                language, action: "/notices", fields: Self.fields(regions), submit: Phrase("新增", "Subscribe"),
                refused: refused),
        ]
    }

    private func line(_ subscription: NoticeSubscription, _ language: Language) -> [String: Any] {
        let standing = standings[subscription.id] ?? .init()
        let isEnded = subscription.endedAt != nil
        let (tag, word): (String, Phrase) =
            isEnded
            ? ("neutral", Phrase("已停止", "ended"))
            : standing.givenUp > 0
                ? ("late", Phrase("有放弃", "some given up"))
                : standing.isTryingAgain
                    ? ("open", Phrase("重试中", "trying again")) : ("done", Phrase("正常", "well"))
        return [
            "id": subscription.id.text, "name": subscription.name, "address": subscription.address.text,
            "region": subscription.region.flatMap { code in regions.first { $0.code == code }?.name(language) }
                ?? Phrase("全市", "whole city")(language),
            "kinds": OfferedKind.all.filter { subscription.kinds.contains($0.kind) }.map { $0.name(language) }
                .joined(separator: language == .chinese ? "、" : ", "),
            "tag": tag, "word": word(language), "waiting": String(standing.waiting), "taken": String(standing.taken),
            "givenUp": String(standing.givenUp), "lastAnswer": standing.lastAnswer,
            "lastAnswerAt": standing.lastAnswerAt?.civil.secondText ?? "", "isOpen": !isEnded,
            "mayRetry": !isEnded && standing.givenUp > 0,
        ]
    }
}
