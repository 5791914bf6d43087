import Access
import Facts
import Kernel

/// The register of officers' certificates, for the administrator.
struct CertificateRoutes {
    let access: AccessRoom

    private static let administrators = Permission.roles([.administrator])

    var all: [Route] { register + [entry, checkedWithdrawal] }

    /// Shows whose certificate it is and what follows, after it was found that it counts.
    private var checkedWithdrawal: Route {
        withdrawal.checkingAnswers(
            of: [.administrator],
            asking: Confirmation(
                consequence: { _ in
                    Phrase(
                        "该证即刻注销，不能恢复；此人没有其他有效执法证时，不能再参加现场核查。",
                        """
                        It ends at once and cannot be restored; without another valid certificate this person takes no \
                        part in checks on site.
                        """)
                },
                subject: { [access] visit in
                    let number = CertificateNumber(visit.form["withdrawn"] ?? "")
                    let known = try await access.certificates().first { $0.number == number }
                    guard let known, let person = try await access.person(known.person) else { throw Problem.notFound }
                    return "\(person.name)（\(person.login)）· \(known.number)"
                }),
            rehearsing: { [access] visit in
                guard let number = CertificateNumber(visit.form["withdrawn"] ?? "") else { throw Problem.noNumber }
                try await access.rehearseWithdrawal(of: number, by: .person(try visit.signedIn().person))
            })
    }

    private var register: [Route] {
        Route.list(
            "/certificates", summary: Phrase("执法证名册", "officers' certificates"), permission: Self.administrators,
            place: nil, content: .personal
        ) { visit, _ in try await page(visit) }
    }

    private var entry: Route {
        Route(
            .post, "/certificates", summary: Phrase("登记执法证", "enter a certificate"),
            permission: Self.administrators, fields: CertificatesPage.fields,
            onRefusal: { visit in .page(try await page(visit, refused: visit.refused)) },
            handler: { visit in
                guard let person = PersonID(visit.form["person"] ?? "") else { throw CertificateRefusal.unknownPerson }
                guard let number = CertificateNumber(visit.form["number"] ?? "") else { throw Problem.noNumber }
                guard let from = visit.form["valid_from"].flatMap({ CivilDate($0) }),
                    let to = visit.form["valid_to"].flatMap({ CivilDate($0) })
                else { throw CertificateRefusal.periodReversed }
                try await access.record(
                    OfficerCertificate(number: number, person: person, validFrom: from, validTo: to),
                    by: .person(try visit.signedIn().person))
                return .redirect("/certificates")
            })
    }

    private var withdrawal: Route {
        Route(
            .post, "/certificates/withdraw", summary: Phrase("注销执法证", "withdraw a certificate"),
            permission: Self.administrators, fields: CertificatesPage.withdrawalFields,
            onRefusal: { visit in .page(try await page(visit, refusedWithdrawal: visit.refused)) },
            handler: { visit in
                guard let number = CertificateNumber(visit.form["withdrawn"] ?? "") else { throw Problem.noNumber }
                try await access.withdraw(
                    number, because: visit.form["reason"] ?? "", by: .person(try visit.signedIn().person))
                return .redirect("/certificates")
            })
    }

    private func page(
        _ visit: Visit, refused: RefusedForm? = nil, refusedWithdrawal: RefusedForm? = nil
    ) async throws -> CertificatesPage {
        CertificatesPage(
            people: try await access.people(), certificates: try await access.certificates(),
            today: visit.now.civil.date, refused: refused, refusedWithdrawal: refusedWithdrawal)
    }
}

extension Problem {
    fileprivate static let noNumber = Problem(
        status: 422, rule: "ACC-NUMBER-FORM", field: "number",
        what: Phrase("证号格式不正确", "this is no certificate number"),
        remedy: Phrase("请填写字母、数字和连字符，最多 32 位", "give letters, digits and hyphens, at most 32"))
}
