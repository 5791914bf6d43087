import HJ212
import Kernel
import Web

/// The fields of the quarantine's forms.
enum QuarantineForms {
    /// How many entries a page of the list shows, and so how many can be chosen at once. Design value.
    static let listMax = 50

    /// The field of a chosen entry: `entry1` to `entry50`, each with the entry's SHA-256.
    static func entryField(_ number: Int) -> String { "entry\(number)" }

    /// Which entries are to be processed again: chosen ones, or all of a reason, a device, or both.
    static let reprocess: [FormField] =
        [
            FormField(name: "reason", label: Phrase("原因", "Reason"), kind: .text(max: 40), required: false),
            FormField(
                name: "device", label: Phrase("声称的设备 MN", "Claimed device MN"), kind: .text(max: 64), required: false),
        ]
        + (1...listMax).map { number in
            FormField(
                name: entryField(number), label: Phrase("条目 \(number)", "Entry \(number)"), kind: .text(max: 64),
                required: false)
        }

    /// Which check a device may use.
    static let check = [
        FormField(
            name: "crc", label: Phrase("该设备可用的 CRC", "CRC this device may use"),
            kind: .choice(checks.map(\.rawValue)), required: true,
            optionLabels: [
                CRCVariant.hj212.rawValue: Phrase("仅标准算法", "that of the standard alone"),
                CRCVariant.modbus.rawValue: Phrase("也接收 Modbus CRC", "Modbus CRC too"),
                CRCVariant.modbusSwapped.rawValue: Phrase("也接收字节对调的 Modbus CRC", "byte-swapped Modbus CRC too"),
            ]),
        FormField(
            name: "why", label: Phrase("理由", "Why"), kind: .text(max: 200), required: true,
            hint: Phrase("写入日志链，例如整改期限", "goes into the journal, for example until when it is mended")),
    ]

    private static let checks: [CRCVariant] = [.hj212, .modbus, .modbusSwapped]

    /// What is to be processed again; refuses when nothing is named, or something that names no entry.
    static func selection(_ form: [String: String]) throws(Problem) -> QuarantineReprocessing.Selection {
        let chosen = (1...listMax).compactMap { form[entryField($0)] }
        if !chosen.isEmpty {
            let digests = chosen.compactMap { Digest256(hex: $0) }
            guard digests.count == chosen.count else { throw .unknownEntry }
            return .entries(Array(Set(digests)).sorted())
        }
        let device = try form["device"].map { text throws(Problem) -> DeviceNumber in
            guard let device = DeviceNumber(text) else { throw .unknownEntry }
            return device
        }
        guard form["reason"] != nil || device != nil else { throw .nothingChosen }
        return .all(reason: form["reason"], device: device)
    }
}

extension Problem {
    fileprivate static let nothingChosen = Problem(
        status: 422, rule: "MON-QUARANTINE-NONE",
        what: Phrase("没有选择任何条目", "no entry is chosen"),
        remedy: Phrase("请勾选条目，或给出原因或设备", "tick entries, or name a reason or a device"))

    fileprivate static let unknownEntry = Problem(
        status: 422, rule: "MON-QUARANTINE-ENTRY",
        what: Phrase("条目或设备的写法不对", "an entry or the device is not written as it should be"),
        remedy: Phrase("条目为 64 位十六进制 SHA-256", "an entry is named by the 64 digits of its SHA-256"))
}
