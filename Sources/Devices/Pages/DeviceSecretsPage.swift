import Kernel
import Web

/// Password and key of an outlet's logger: where they stand, never what they are; orders and entries.
struct DeviceSecretsPage: Page {
    static let template = "Devices/DeviceSecretsPage"

    let station: DeviceStation
    let numbers: [KnownNumber]
    /// Orders of passwords, keys and numbers, newest first.
    let orders: [ConversationRecord]
    let isAdministrator: Bool
    let now: Instant
    /// Which form was refused, and how.
    let refused: (form: DeviceSecret, problems: RefusedForm)?

    struct Content: Encodable, Sendable {
        let outlet: String
        let numbers: [Number]
        let orders: [ConversationContent]

        struct Number: Encodable, Sendable {
            let device: String
            let standing: String
            let secrets: [Secret]
        }

        struct Secret: Encodable, Sendable {
            let secret: String
            let generation: Int
            let standing: String
            let origin: String
            let createdAt: String?
        }
    }

    func title(_ language: Language) -> String {
        Phrase("密码与密钥 \(station.outletTitle)", "Password and key \(station.outletTitle)")(language)
    }

    var content: Content {
        Content(
            outlet: station.outlet.text,
            numbers: numbers.map { number in
                Content.Number(
                    device: number.device.text, standing: number.standing.rawValue,
                    secrets: number.secrets.map { secret in
                        Content.Secret(
                            secret: secret.secret.rawValue, generation: secret.generation,
                            standing: secret.standing.rawValue, origin: secret.origin.rawValue,
                            createdAt: secret.createdAt?.civil.isoText)
                    })
            }, orders: orders.map(ConversationContent.init))
    }

    func view(_ language: Language) -> [String: Any] {
        let address = "/outlets/\(station.outlet)/device"
        return [
            "outlet": station.outlet.text,
            "outletTitle": station.outletTitle,
            "enterpriseName": station.enterpriseName,
            "seesOutlet": !isAdministrator,
            "numbers": numbers.map { number in
                [
                    "device": number.device.text, "tag": RegistrationWords.tag(of: number.standing),
                    "standing": RegistrationWords.name(of: number.standing)(language),
                    "secrets": number.secrets.reversed().map { row(of: $0, language) },
                ] as [String: Any]
            },
            "passwordOrder": order(.setPassword, address, language),
            "keyOrder": order(.setKey, address, language),
            "passwordForm": isAdministrator
                ? form(.password, RegistrationForms.password(of: choices), address, language) : false,
            "keyForm": isAdministrator ? form(.key, RegistrationForms.key(of: choices), address, language) : false,
            "hasOrders": !orders.isEmpty,
            "orders": orders.map { order in
                ConversationRow.view(of: order, language).merging(["isLinked": !isAdministrator]) { $1 }
            },
        ]
    }

    private var choices: [String] { numbers.map(\.device.text) }

    private func row(of secret: KnownNumber.Secret, _ language: Language) -> [String: Any] {
        let due = secret.secret == .key ? secret.createdAt?.adding(hours: HealthLimits.design.keyDaysMax * 24) : nil
        let isOverdue = secret.standing == .present && (due.map { $0 < now } ?? false)
        return [
            "secret": RegistrationWords.name(of: secret.secret)(language), "generation": String(secret.generation),
            "tag": RegistrationWords.tag(of: secret.standing),
            "standing": RegistrationWords.name(of: secret.standing)(language),
            "origin": RegistrationWords.name(of: secret.origin)(language),
            "createdAt": secret.createdAt?.civil.minuteText ?? "–", "due": due?.termText ?? "–",
            "isOverdue": isOverdue,
        ]
    }

    private func order(_ kind: RequestKind, _ address: String, _ language: Language) -> [String: Any] {
        FormView.view(language, action: "\(address)/\(kind.rawValue)", fields: [], submit: kind.phrase)
    }

    private func form(
        _ secret: DeviceSecret, _ fields: [FormField], _ address: String, _ language: Language
    ) -> [String: Any] {
        FormView.view(
            language, action: "\(address)/secrets/\(secret.rawValue)", fields: fields,
            submit: Phrase("登记", "Enter"), refused: refused.flatMap { $0.form == secret ? $0.problems : nil })
    }
}
