import Kernel
import Web

/// What the register says of an enterprise: itself, its sites, outlets, facilities, instruments and contacts.
struct RegisterFilePage: Page {
    static let template = "Registry/RegisterFilePage"

    let enterprise: RegisterEntry
    let parts: [RegisterKind: [RegisterEntry]]
    let words: RegisterWords
    let viewer: Actor

    struct Content: Encodable, Sendable {
        let enterprise: RegisterEntryPage.Content.Entry
        let parts: [String: [RegisterEntryPage.Content.Entry]]
    }

    func title(_ language: Language) -> String {
        Phrase("\(enterprise.name) 登记信息", "\(enterprise.name): register")(language)
    }

    var content: Content {
        Content(
            enterprise: .init(enterprise),
            parts: Dictionary(uniqueKeysWithValues: parts.map { ($0.rawValue, $1.map { .init($0) }) }))
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "enterprise": enterprise.code.text,
            "facts": RegisterEntryPage.facts(of: enterprise, words, language),
            "doubt": RegisterEntryPage.doubt(of: enterprise, language),
            "mapped": RegisterEntryPage.mapped(enterprise, words, language),
            "mayWrite": RegisterSite.mayWrite(.enterprise, viewer),
            "parts": RegisterKind.allCases.filter(\.isOwned).map { part($0, language) },
        ]
    }

    private func part(_ kind: RegisterKind, _ language: Language) -> [String: Any] {
        let entries = parts[kind] ?? []
        let fields = RegisterForm.fields(of: kind).filter { $0.name != "name" }
        return [
            "kind": kind.rawValue, "title": kind.phrase(language), "hasEntries": !entries.isEmpty,
            "mayAdd": RegisterSite.mayWrite(kind, viewer), "enterprise": enterprise.code.text,
            "columns": fields.map { ["label": $0.label(language)] },
            "entries": entries.map { entry in
                [
                    "kind": kind.rawValue, "code": entry.code.text, "name": entry.name,
                    "cells": fields.map { ["text": words.text(entry.values[$0.name], in: $0, language)] },
                ] as [String: Any]
            },
        ]
    }
}
