import Kernel

/// Whether a form was sent from a page of this site. SameSite cookies and tokens guard as well; this one stands alone
/// where nobody is signed in yet.
enum OriginCheck {
    /// Refuses a request whose Origin (or, without one, Referer) is not this site's.
    static func check(origin: String?, referer: String?, host: String?, settings: WebSettings) throws(Problem) {
        guard let source = origin ?? referer.flatMap(Self.origin), source.lowercased() != "null",
            let expected = settings.origin ?? host.map({ "http://\($0.lowercased())" }),
            source.lowercased() == expected
        else { throw .foreignOrigin }
    }

    /// The origin part of an address.
    static func origin(of address: String) -> String? {
        guard let scheme = address.firstRange(of: "://") else { return nil }
        let host = address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return String(address[..<scheme.upperBound] + host)
    }

    /// The path and query part of an address.
    static func localPart(of address: String) -> String? {
        guard let origin = origin(of: address) else { return nil }
        return LocalAddress.accept(String(address.dropFirst(origin.count)))
    }
}

/// An address within the site, safe to send a browser to.
enum LocalAddress {
    /// The address when it begins with one slash and has nothing in it that a browser could read as another host.
    static func accept(_ address: String?) -> String? {
        guard let address, address.hasPrefix("/"), !address.hasPrefix("//"), !address.contains("\\"),
            address.utf8.count <= WebSettings.addressBytesMax, address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        return address
    }
}

extension Problem {
    static let foreignOrigin = Problem(
        status: 403, rule: "WEB-ORIGIN",
        what: Phrase("提交不是来自本站页面", "this was not sent from a page of this site"),
        remedy: Phrase(
            "请从本站页面重新提交；若使用反向代理，请检查 origin 设置",
            "send it again from a page of this site; behind a proxy, check the origin setting"))

    static let wrongToken = Problem(
        status: 403, rule: "WEB-CSRF", field: "csrf",
        what: Phrase("表单令牌缺失或已失效", "the form's token is missing or no longer valid"),
        remedy: Phrase("请刷新页面后重新提交", "load the page again and send it once more"))
}
