import Web

/// Which member of a list's JSON holds what a column of its file holds.
enum ListColumns {
    /// Keys by heading where they are not the heading run together; any of them will do.
    static let keys: [String: [String]] = [
        "Mean (points)": ["mean_hundredths"], "Margin (points)": ["margin_hundredths"],
        "Coverage (%)": ["coverage_percent"], "Stars: Sense of gain": ["stars_hundredths"],
        "Stars: Satisfaction": ["stars_hundredths"], "Stars: Awareness": ["stars_hundredths"],
        "Stars: Participation": ["stars_hundredths"], "Stars: Confidence": ["stars_hundredths"],
        "Filed by": ["unit"], "Indicator code": ["indicator"], "Why corrected": ["reason"],
        "special bonds (10k yuan)": ["doneFen"],
        "government (10k yuan)": ["doneFen"], "social capital (10k yuan)": ["doneFen"],
        "bank loans (10k yuan)": ["doneFen"],
        "What for": ["purpose"], "Budget (10k yuan)": ["budgetFen"], "Allocated (10k yuan)": ["allocatedFen"],
        "Used (10k yuan)": ["usedFen"], "Free (10k yuan)": ["freeFen"], "Not used yet (10k yuan)": ["unusedFen"],
        "Kind of entry": ["sort"], "Amount (10k yuan)": ["amountFen"], "For a": ["target"], "Which": ["targetName"],
        "By document": ["document"], "Cleans": ["sort"], "In all (10k yuan)": ["totalFen"],
        "planned: special bonds (10k yuan)": ["planFen"], "planned: government (10k yuan)": ["planFen"],
        "planned: social capital (10k yuan)": ["planFen"], "planned: bank loans (10k yuan)": ["planFen"],
        "Secured (10k yuan)": ["securedFen"], "Gap (10k yuan)": ["gapFen"],
        "Built (%)": ["progress_percent"],
        "Spent (10k yuan)": ["doneFen"],
        "Planned (10k yuan)": ["plannedFen"],
        "To be reviewed by": ["reviewDue"],
        "In force": ["isInForce"],
        "To be issued by": ["due"],
        "Economy": ["economy_hundredths"],
        "Environment": ["environment_hundredths"],
        "Score": ["score_hundredths"],
        "Of": ["subject"],
        "How it is made": ["way"],
        "How it was counted": ["unannouncedYear"],
        "Last month": ["month"],
        "District": ["region"],
        "Daily mean": ["value"],
        "Came from": ["address"],
        "Path": ["what"],
        "Region code": ["region"],
        "About": ["matter", "about"], "Act": ["what"], "Address": ["address", "values"], "Amount (kg)": ["total_mg"],
        "Beside the limit": ["isBeyond", "state"],
        "By": ["author", "by", "recordedBy"], "By its own word": ["standing"], "CPU": ["cpu"], "Case": ["caseID"],
        "Case or state": ["reference"], "Certificate number": ["number"], "Clock": ["overdue"],
        "Clock drift (ms)": ["drift_ms"], "Code": ["code", "factor", "sentCode", "pollutant", "id", "indicator"],
        "Code of the reason": ["reason"], "Codes of 2005": ["formerCodes"], "Connected now": ["connected"],
        "Content": ["outcome"], "Fact code": ["what"],
        "Data time": ["at"], "Deadline as written": ["deadline"], "Department": ["name"],
        "Device it claims": ["device"], "Device's mark": ["mark"], "Document": ["source", "title"],
        "Doubt of the credit code": ["creditCodeDoubt"], "Duplicates": ["repeated"], "Ended": ["endedAt"],
        "Ended early by": ["endedBy"], "Enterprise": ["enterpriseName", "enterprise"],
        "Enterprise code": ["enterprise"], "Enterprise's mark": ["enterpriseMark"], "Fact": ["fact", "what"],
        "Factor": ["factor", "factors", "pollutant"], "Factor nearest its limit": ["factor"], "File": ["name"],
        "Filed": ["filedAt", "at"], "First": ["firstAt"], "First day": ["validFrom"],
        "First received": ["firstReceivedAt"],
        "Found": ["foundAt"], "Frame (SHA-256)": ["frame"], "From": ["firstHour", "from"], "Hour (its start)": ["hour"],
        "Hours expected": ["hourExpected"], "Hours received": ["hourReceived"], "Kind of fact": ["kind"],
        "Kind of source": ["sourceKind"], "Kinds of fact": ["kinds"], "Last": ["lastAt", "lastText"],
        "Last answered": ["lastAnswerAt"], "Last day": ["lastDay", "validTo"], "Last received": ["lastReceivedAt"],
        "Last seen": ["lastSeenAt", "lastSeen"],
        "Last used": ["lastUsedAt"], "Late steps of the branch": ["ownLateSteps"], "Limit": ["limit", "demand"],
        "Line": ["reporting"], "MAC": ["macs"], "MN": ["device"], "Mean": ["period", "averaging"],
        "Mean as measured": ["average"], "Mean converted": ["converted"], "Mechanism": ["name"],
        "Median (min)": ["median_min"], "90th percentile (min)": ["p90_min"], "Minutes expected": ["minuteExpected"],
        "Minutes received": ["minuteReceived"], "Most times over": ["multiple"], "Name": ["name", "values"],
        "No": ["number", "task", "mechanism", "document", "project"], "No.": ["number", "adoption"],
        "Number": ["number", "limit", "id"],
        "Of it substituted (kg)": ["substituted_mg"], "Officer": ["name"], "Opened": ["openedAt"],
        "Outlet": ["outletName", "name"], "Outlet code": ["outlet"], "Overdue now": ["overdue"],
        "Owner": ["person", "owner"],
        "Park code": ["code"], "Code of the park": ["park"], "Park": ["parkName"],
        "Parts expected": ["expectedParts"], "Parts missing": ["gapParts"],
        "Reminded": ["remindedAt"], "Person code": ["person"],
        "Person": ["person", "author"],
        "Place": ["table"], "Purpose": ["label"], "Qualification": ["findings"],
        "Recorded": ["recordedAt", "isRecorded"],
        "Region": ["region", "regions"], "Review due": ["dueAt"], "SHA-256": ["sha256"],
        "Seen no longer since": ["endedAt"],
        "Size (bytes)": ["size_bytes"], "State": ["state", "isVoid"], "State of the case": ["caseState"],
        "Stated": ["at"], "Time": ["at", "start"], "Times": ["times", "count"], "Times over": ["multiple"],
        "Token": ["id"], "Unified social credit code": ["creditCode"], "Unit as printed": ["printedUnit"],
        "Unit is settled": ["unitIsSettled"], "Unit used": ["unit"], "Until": ["lastHour", "until", "expiresAt"],
        "Until (empty while it goes on)": ["lastHour"], "Value now": ["value"], "Waiting state": ["state"],
        "Way and status": ["outcome"], "What": ["text", "what", "sentence"], "What is seen": ["sentence"],
        "What it shows": ["note"], "What of it": ["note"], "Where": ["addresses"], "Who": ["role"], "Why": ["reason"],
        "Works": ["extent"],
    ]

    /// `Next step` is `nextStep`.
    static func key(of heading: String) -> String {
        let words = heading.split(separator: " ")
        return
            (words.prefix(1).map { $0.lowercased() }
            + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() })
            .joined()
    }

    /// The headings of every table of a file: its first line, and the line after the name of each further table.
    static func headings(of file: String) -> [String] {
        let lines = file.split(separator: "\r\n", omittingEmptySubsequences: false)
        let first = lines.first.map { cells($0) } ?? []
        // A file of one table has its headings in front; else one cell, the table's name, stands before each.
        guard first.count == 1 else { return first }
        return lines.indices.dropLast().filter { place in
            (place == 0 || lines[place - 1].isEmpty) && cells(lines[place]).count == 1
        }.flatMap { cells(lines[$0 + 1]) }
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "\",\"").map { $0.filter { $0 != "\"" && $0 != "\u{FEFF}" } }
    }

    /// Every name in a form, however deep.
    static func names(in form: JSONForm) -> Set<String> {
        switch form {
        case .object(let members):
            members.reduce(into: []) { $0.formUnion(names(in: $1.form).union([$1.name])) }
        case .list(let form), .nullable(let form), .dictionary(let form): names(in: form)
        case .oneOf(let forms): forms.reduce(into: []) { $0.formUnion(names(in: $1)) }
        case .text, .code, .integer, .number, .flag, .anything: []
        }
    }
}
