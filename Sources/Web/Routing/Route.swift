public import Access
public import Kernel

/// One address of the site: it feeds the router, the validator, the form and the list of routes.
public struct Route: Sendable {
    /// What a browser may ask for. HEAD is answered wherever GET is.
    public enum Method: String, Sendable {
        /// Reads; changes nothing.
        case get = "GET"
        /// Changes something; guarded by origin and token.
        case post = "POST"
    }

    /// What comes back when nothing is refused; the description of the interfaces says so to programs.
    public enum Answer: Sendable, Equatable {
        /// A page: HTML to a browser, JSON to a program.
        case page
        /// The address to go on to: 303 to a browser, `{"location": …}` to a program.
        case location
        /// JSON to everybody.
        case json
        /// Text of this media type.
        case text(String)
        /// A file made for the visitor, of this media type.
        case download(String)
        /// A file of evidence, of one of the types that may be uploaded.
        case file
        /// Server-sent events, until the browser leaves.
        case events
    }

    /// Turns a visit into a reply.
    public typealias Handler = @Sendable (Visit) async throws -> Reply

    /// Reading or changing.
    public let method: Method
    /// Segments behind slashes; `{name}` stands for one segment that the handler asks for by `Visit.parameter`.
    public let path: String
    /// What the address is for, as the list of routes says it.
    public let summary: Phrase
    /// Who may come in.
    public let permission: Permission
    /// What a POST carries.
    public let fields: [FormField]
    /// What the address's query may carry: filters and places in a list. A value that is none of these is passed over;
    /// one that cannot be read is refused before the handler sees it (`QueryReading`).
    public private(set) var query: [FormField]
    /// What comes back.
    public let answer: Answer
    /// What a program reads, where it reads JSON: the content of a page, an object. Nil where the answer says it all.
    public let content: JSONForm?
    /// The file that a POST may carry; nil for none.
    public let upload: UploadRule?
    /// Answers.
    public let handler: Handler
    /// Shows the form again when a POST of a browser was refused, by the validator or by a `DescribedRefusal`;
    /// `Visit.refused` then holds the problems and what was typed. The reply's status becomes the problem's.
    /// Without it the person gets the problem page.
    public let onRefusal: Handler?

    /// What a visitor may still owe and use this route all the same: the page where it is given, and signing out.
    let takesWhileOwed: Set<Visitor.Owed>
    /// Of a list that can be taken away: the name of the query's value that says where a part begins, nil within for a
    /// list that comes whole. Nil for what is no list.
    var listPlace: String??
    /// How many rows a file of the list has at most.
    var fileRowsMax = ListFormat.rowsMax
    /// Whose answers are shown once more before they are taken.
    private(set) var check: AnswerCheck?
    /// What a person is asked on a page of its own before the act.
    var question: Confirmation?
    /// Whether its page is the same for everybody of one role, scope and language, and may come a second late where it
    /// shows values of devices (`SharedPages`).
    public internal(set) var isShared = false
    /// Whether reading it is an act that the audit keeps.
    public var leavesTrace = false
    /// Whether the trail of acts keeps nothing of who sent its form: what asks people for their opinion promises that.
    public var isAnonymous = false

    /// One address of the site.
    public init(
        _ method: Method, _ path: String, summary: Phrase, permission: Permission, fields: [FormField] = [],
        query: [FormField] = [], answer: Answer? = nil, content: JSONForm? = nil, upload: UploadRule? = nil,
        takesWhileOwed: Set<Visitor.Owed> = [], onRefusal: Handler? = nil,
        handler: @escaping Handler
    ) {
        precondition(path.hasPrefix("/"), "a route's path begins with a slash")
        precondition(Set(fields.map(\.name)).count == fields.count, "every field of a route has its own name")
        precondition(
            query.allSatisfy { end in end.begin == nil || query.contains { $0.name == end.begin } },
            "a period that an address asks for has both ends")
        self.method = method
        self.path = path
        self.summary = summary
        self.permission = permission
        self.fields = fields
        self.query = query
        self.answer = answer ?? (method == .get ? .page : .location)
        self.content = content
        self.upload = upload
        self.onRefusal = onRefusal
        self.takesWhileOwed = takesWhileOwed
        self.handler = handler
    }

    /// This form, shown to people of some roles once more before it is taken: what an enterprise hands in stays on
    /// record. Programs, and forms that bring a file, are taken at once.
    ///
    /// - Parameters:
    ///   - hidden: Fields that the person never sees.
    ///   - question: Whom or what the form is about and what follows, where that has to be said.
    ///   - rehearsal: Takes the form as the handler would, and takes all back (`Database.rehearse`): refusals are told
    ///     before anybody looks over what they wrote.
    public func checkingAnswers(
        of roles: Set<Role>, hiding hidden: Set<String> = [], asking question: Confirmation? = nil,
        rehearsing rehearsal: (@Sendable (Visit) async throws -> Void)? = nil
    ) -> Route {
        precondition(method == .post, "answers are sent by a form")
        var route = self
        route.check = AnswerCheck(roles: roles, hidden: hidden, question: question, rehearsal: rehearsal)
        return route
    }

    /// This form, answered first by the question whether its act is meant: it names subject and consequence, and
    /// refuses what is not there beside the field that named it. Programs are taken at once.
    public func confirming(_ asked: @escaping @Sendable (Visit) async throws -> Asked) -> Route {
        precondition(method == .post, "what is confirmed is sent by a form")
        var route = self
        route.question = Confirmation(
            consequence: { try await asked($0).consequence },
            subject: { visit in try await asked(visit).subject(visit.language) })
        return route
    }

    /// The same address, where codes of a form have to stand for something: whoever knows the closed sets of codes says
    /// so once for every list.
    public func knowing(_ form: CodeForm, _ isKnown: @escaping @Sendable (String) -> Bool) -> Route {
        var route = self
        route.query = query.map { field in
            field.kind == .code(form)
                ? FormField.filter(field.name, field.label, form.knowing(isKnown)) : field
        }
        return route
    }

    /// What people read for the fields that a problem can name: those of the form, its file and the query.
    var labels: [String: Phrase] {
        let said = (fields + query).map { ($0.name, $0.label) }
        let file = upload.map { [($0.field, Phrase("文件", "File"))] } ?? []
        return Dictionary(said + file, uniquingKeysWith: { first, _ in first })
    }

    /// The same, shared: its handler asks the visit for nobody's name or token, only for role, scope and address.
    public var shared: Route {
        var route = self
        route.isShared = method == .get
        return route
    }
}
