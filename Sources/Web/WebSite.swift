public import Access
public import Hummingbird
public import Kernel
public import Logging
import NIOCore

/// The whole site: the rooms' routes and its own, ready to be served or to be asked within the program.
public struct WebSite: Sendable {
    /// Every route, the site's own first; for the list of routes.
    public let routes: [Route]
    let responder: SiteResponder
    private let settings: WebSettings
    private let logger: Logger

    /// A site.
    ///
    /// - Parameters:
    ///   - routes: The rooms' routes. Two of one method and path are a programmer's error.
    ///   - navigation: The main navigation; everybody sees what their role may use.
    ///   - access: People and sessions.
    ///   - share: Templates, labels and assets.
    ///   - regions: What people read for the codes of regions.
    ///   - names: What filters by code offer while somebody types.
    ///   - facts: What kinds of fact are called, by their codes, for whoever audits the journal.
    ///   - liaisonHome: Where the day of a liaison begins, by the organisation; nil for the first page of all liaisons.
    ///   - demonstration: Given only for a database that was created as a demonstration.
    ///   - metrics: Figures of other rooms are shown with the site's own.
    public init(
        routes: [Route], navigation: [NavigationItem], access: AccessRoom, share: ShareFolder, clock: any WallClock,
        regions: RegionNames = .none, names: CodeNames = .none, facts: [(code: String, name: Phrase)] = [],
        liaisonHome: @escaping @Sendable (PersonID) async throws -> String? = { _ in nil },
        demonstration: Demonstration? = nil,
        calendar: (any WorkingDays)? = nil,
        settings: WebSettings,
        metrics: MetricsRegistry = MetricsRegistry(),
        logger: Logger
    ) {
        let drafts = AnswerDrafts()
        let others =
            Self.ownRoutes(access, regions, metrics, liaisonHome, demonstration) + AnswerRoutes(drafts: drafts).all
            + routes
        let described = others + AuditRoutes(access: access, acts: ActNames(others), facts: facts).all
        self.routes = described + [.description(of: described, settings: settings)]
        self.settings = settings
        self.logger = logger
        responder = SiteResponder(
            table: RouteTable(self.routes), assets: AssetReply(share: share),
            renderer: PageRenderer(
                share: share, navigation: navigation, isDemonstration: demonstration != nil, calendar: calendar),
            access: access, clock: clock, settings: settings, metrics: metrics, names: names,
            drafts: drafts, liaisonHome: liaisonHome, logger: logger)
    }

    /// The addresses that every site has beside the rooms', to be named, not to be served.
    public static func ownRoutes(access: AccessRoom) -> [Route] {
        ownRoutes(access, .none, MetricsRegistry(), { _ in nil }, nil)
            + AuditRoutes(access: access, acts: ActNames([]), facts: []).all
    }

    /// Without the audit, which calls acts by the names of all other routes.
    private static func ownRoutes(
        _ access: AccessRoom, _ regions: RegionNames, _ metrics: MetricsRegistry,
        _ liaisonHome: @escaping @Sendable (PersonID) async throws -> String?, _ demonstration: Demonstration?
    ) -> [Route] {
        SiteRoutes(access: access, metrics: metrics, liaisonHome: liaisonHome, demonstration: demonstration).all
            + CertificateRoutes(access: access).all + AccountRoutes(access: access).all
            + AdministrationRoutes(access: access, regions: regions).all
            + SecurityRoutes(access: access, regions: regions).all
            + ResetRoutes(access: access).all
    }

    /// The reply to a request that did not come over a connection.
    public func respond(to request: Request) async -> Response {
        await responder.respond(to: request, over: .call)
    }

    /// The site as a service that listens on the settings' address until it is asked to stop.
    ///
    /// - Parameter onRunning: Told the port once connections are taken; of use when the settings' port is 0.
    public func application(onRunning: @escaping @Sendable (_ port: Int) async -> Void) -> some ApplicationProtocol {
        let (responder, closing) = (responder, responder.closing)
        return Application(
            responder: CallbackResponder { (request: Request, context: ConnectionContext) in
                let response = await responder.respond(to: request, over: .connection(peer: context.peer))
                if response.headers[.connection] == "close" { context.closeSoon() }
                return response
            },
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ClosingListener(signal: closing)], idleTimeout: .seconds(60),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: WebSettings.headerBytesMax,
                        maxHeaderListSize: WebSettings.headersBytesMax,
                        maxHeaderFieldCount: WebSettings.headersMax))),
            configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) },
            logger: logger)
    }
}

/// What the server tells of a connection: who is at its other end, and how to end it.
private struct ConnectionContext: InitializableFromSource {
    let peer: String
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        peer = source.channel.remoteAddress?.ipAddress ?? "unknown"
        channel = source.channel
    }

    /// Ends the connection when the other end has had time to read its reply. What still comes until then is dropped:
    /// ended at once, many browsers would show a broken connection instead of the reply.
    func closeSoon() {
        let channel = channel
        channel.eventLoop.scheduleTask(in: .seconds(WebSettings.lingering_s)) { channel.close(promise: nil) }
    }
}
