import ArgumentParser
import Configuration
import Gateway

/// Who may send frames and how many lines are served, from the layers of settings.
struct GatewayLimitSettings {
    let allowed: [AddressRange]
    let connectionsMax: Int
    let connectionsPerAddressMax: Int
    let connectionsPerAddressPerMinuteMax: Int

    init(_ reader: ConfigReader) throws {
        let standard = try GatewaySettings()
        allowed = try Self.allowed(reader)
        connectionsMax = try Self.number("gateway.connectionsMax", reader) ?? standard.connectionsMax
        connectionsPerAddressMax =
            try Self.number("gateway.connectionsPerAddressMax", reader) ?? standard.connectionsPerAddressMax
        connectionsPerAddressPerMinuteMax =
            try Self.number("gateway.connectionsPerAddressPerMinuteMax", reader)
            ?? standard.connectionsPerAddressPerMinuteMax
        // Whatever lies outside its range is wrong use, so it must show when settings are read.
        _ = try settings(host: standard.host, port: standard.port)
    }

    func settings(host: String, port: Int) throws -> GatewaySettings {
        do {
            return try GatewaySettings(
                host: host, port: port, connectionsMax: connectionsMax,
                connectionsPerAddressMax: connectionsPerAddressMax,
                connectionsPerAddressPerMinuteMax: connectionsPerAddressPerMinuteMax, allowed: allowed)
        } catch {
            throw ValidationError(
                "gateway.\(error.setting) \(error.value) is out of range; give a number from \(error.range.lowerBound) "
                    + "to \(error.range.upperBound)")
        }
    }

    var lines: [String] {
        [
            "gateway.allow = \(allowed.isEmpty ? "(everybody)" : allowed.map(\.description).joined(separator: ","))",
            "gateway.connectionsMax = \(connectionsMax)",
            "gateway.connectionsPerAddressMax = \(connectionsPerAddressMax)",
            "gateway.connectionsPerAddressPerMinuteMax = \(connectionsPerAddressPerMinuteMax)",
        ]
    }

    /// A list that is there but empty would let nobody in, or everybody: neither is meant.
    private static func allowed(_ reader: ConfigReader) throws -> [AddressRange] {
        guard let list = reader.string(forKey: "gateway.allow") else { return [] }
        return try list.split(separator: ",", omittingEmptySubsequences: false).map { part in
            let text = part.trimmingPrefix(while: \.isWhitespace)
            do throws(AddressRange.Refusal) { return try AddressRange(String(text)) } catch {
                throw ValidationError("gateway.allow “\(text)” \(words(for: error))")
            }
        }
    }

    private static func words(for refusal: AddressRange.Refusal) -> String {
        switch refusal {
        case .notAnAddress: "is no address; give addresses or blocks such as 10.8.0.0/16,2001:db8::/32"
        case .notAPrefix(let bitsMax): "has no prefix of 0 to \(bitsMax) bits behind its slash; correct it"
        case .addressInsideBlock(let block):
            "is an address inside a block; give the block \(block), or the address alone"
        }
    }

    private static func number(_ key: ConfigKey, _ reader: ConfigReader) throws -> Int? {
        if let number = reader.int(forKey: key) { return number }
        if let text = reader.string(forKey: key) {
            throw ValidationError("\(key) “\(text)” is no number; give a whole number")
        }
        return nil
    }
}
