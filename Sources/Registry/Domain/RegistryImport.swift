public import Kernel

/// Reads a table of enterprises and their outlets, one outlet a line; a line without an outlet enters an enterprise
/// alone. An enterprise may stand in several lines, which then say the same of it.
///
/// Columns: `enterprise,name,credit_code,region,industry,address,outlet,outlet_number,outlet_name,medium,`
/// `device_number,device_password`. Fields may stand in quotation marks (RFC 4180), but hold no line break.
public struct RegistryImport: Sendable, Equatable {
    /// The columns in their order.
    public static let columns = [
        "enterprise", "name", "credit_code", "region", "industry", "address", "outlet", "outlet_number", "outlet_name",
        "medium", "device_number", "device_password",
    ]
    /// How many lines a table may have.
    static let linesMax = 100_000

    /// What is registered already.
    public struct Known: Sendable, Equatable {
        /// The regions of the city.
        public let regions: Set<RegionCode>
        /// Enterprises by code.
        public let enterprises: [EnterpriseID: Enterprise]
        /// Outlets by code, with their permit number.
        public let outlets: [OutletID: Outlet]

        /// What is registered already.
        public init(regions: Set<RegionCode>, enterprises: [Enterprise], outlets: [Outlet]) {
            self.regions = regions
            self.enterprises = Dictionary(enterprises.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            self.outlets = Dictionary(outlets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// An outlet to be entered, with the password its data logger sends.
    public struct NewOutlet: Sendable, Equatable {
        /// The outlet.
        public let outlet: Outlet
        /// What its data logger sends as PW; never shown.
        public let devicePassword: String
    }

    /// A line that cannot be taken.
    public struct RefusedLine: Sendable, Equatable {
        /// 1, 2, 3 …, the heading counted.
        public let number: Int
        /// What is wrong with it.
        public let reason: String
    }

    /// Enterprises that are new.
    public private(set) var enterprises: [Enterprise] = []
    /// Outlets that are new.
    public private(set) var outlets: [NewOutlet] = []
    /// Every line that cannot be taken.
    public private(set) var refused: [RefusedLine] = []
    private let known: Known

    /// Reads a table against what is registered.
    public init(csv: String, knowing known: Known) {
        self.known = known
        let text = csv.hasPrefix("\u{FEFF}") ? csv.dropFirst() : csv[...]
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.first.map({ Self.fields(of: $0) ?? [] }) == Self.columns, lines.count <= Self.linesMax else {
            refused = [
                RefusedLine(number: 1, reason: "the heading is not \(Self.columns.joined(separator: ","))")
            ]
            return
        }
        for (index, line) in lines.enumerated().dropFirst() where !line.allSatisfy(\.isWhitespace) {
            do { try take(line) } catch { refused.append(RefusedLine(number: index + 1, reason: error.text)) }
        }
        if enterprises.isEmpty, outlets.isEmpty, refused.isEmpty {
            refused = [RefusedLine(number: 1, reason: "the table holds no line")]
        }
    }

    private struct Reason: Error {
        let text: String
    }

    private mutating func take(_ line: Substring) throws(Reason) {
        guard let fields = Self.fields(of: line) else { throw Reason(text: "its quotation marks do not close") }
        guard fields.count == Self.columns.count else {
            throw Reason(text: "it has \(fields.count) fields, not \(Self.columns.count)")
        }
        let enterprise = try Self.enterprise(fields, regions: known.regions)
        let same = known.enterprises[enterprise.id] ?? enterprises.first { $0.id == enterprise.id }
        if let same, same != enterprise {
            throw Reason(text: "enterprise \(enterprise.id) is known with other particulars")
        }
        if same == nil, let code = enterprise.creditCode {
            let others = Array(known.enterprises.values) + enterprises
            if let other = others.first(where: { $0.creditCode == code }) {
                throw Reason(text: "credit code \(code) belongs to enterprise \(other.id)")
            }
        }
        let isAlone = fields[6...11].allSatisfy(\.isEmpty)
        let outlet: NewOutlet? = isAlone ? nil : try newOutlet(fields, of: enterprise)
        if isAlone, same != nil { throw Reason(text: "enterprise \(enterprise.id) is known already") }
        if same == nil { enterprises.append(enterprise) }
        if let outlet { outlets.append(outlet) }
    }

    private static func enterprise(_ fields: [String], regions: Set<RegionCode>) throws(Reason) -> Enterprise {
        guard let id = EnterpriseID(fields[0]) else { throw Reason(text: "“\(fields[0])” is no code of an enterprise") }
        guard (1...120).contains(fields[1].count) else { throw Reason(text: "the name has 1 to 120 characters") }
        let code = CreditCode(fields[2])
        guard code != nil || fields[2].isEmpty else {
            throw Reason(text: "“\(fields[2])” is no unified social credit code (check character)")
        }
        guard let region = RegionCode(fields[3]), regions.contains(region) else {
            throw Reason(text: "“\(fields[3])” is no region of this city")
        }
        return Enterprise(
            id: id, name: fields[1], creditCode: code, region: region, industry: fields[4], address: fields[5])
    }

    private func newOutlet(_ fields: [String], of enterprise: Enterprise) throws(Reason) -> NewOutlet {
        guard let id = OutletID(fields[6]) else { throw Reason(text: "“\(fields[6])” is no code of an outlet") }
        guard (1...32).contains(fields[7].count) else { throw Reason(text: "the outlet's number is empty or too long") }
        guard (1...80).contains(fields[8].count) else { throw Reason(text: "the outlet's name is empty or too long") }
        guard let medium = Outlet.Medium(rawValue: fields[9]) else {
            throw Reason(text: "“\(fields[9])” is neither stack nor waste-water")
        }
        guard let device = DeviceNumber(fields[10]) else {
            throw Reason(text: "“\(fields[10])” is no device number (MN)")
        }
        guard (1...6).contains(fields[11].utf8.count), fields[11].utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Reason(text: "the device password has 1 to 6 visible characters")
        }
        let others = Array(known.outlets.values) + outlets.map(\.outlet)
        if others.contains(where: { $0.id == id }) { throw Reason(text: "outlet \(id) is known already") }
        if let other = others.first(where: { $0.device == device }) {
            throw Reason(text: "device \(device) speaks for outlet \(other.id)")
        }
        if others.contains(where: { $0.enterprise == enterprise.id && $0.number == fields[7] }) {
            throw Reason(text: "enterprise \(enterprise.id) has an outlet \(fields[7]) already")
        }
        let outlet = Outlet(
            id: id, enterprise: enterprise.id, number: fields[7], name: fields[8], medium: medium, device: device)
        return NewOutlet(outlet: outlet, devicePassword: fields[11])
    }

    /// The fields of a line; nil when a quotation mark does not close.
    private static func fields(of line: Substring) -> [String]? {
        var fields = [""]
        var isQuoted = false
        var rest = line
        while let character = rest.popFirst() {
            switch (character, isQuoted) {
            case ("\"", true):
                if rest.first == "\"" {
                    rest.removeFirst()
                    fields[fields.count - 1].append("\"")
                } else {
                    isQuoted = false
                }
            case ("\"", false) where fields[fields.count - 1].isEmpty: isQuoted = true
            case (",", false): fields.append("")
            // Any other character, whichever it is.
            default: fields[fields.count - 1].append(character)
            }
        }
        return isQuoted ? nil : fields
    }
}
