import Devices
import Logging
import Monitoring
import ServiceLifecycle
import Supervision

extension Platform {
    /// Keep the quarantine's journal and the devices' figures up to date beside the servers.
    var operationWatches: [any Service] {
        [
            BackgroundService { [monitoring, logger] in
                try await monitoring.limitWatch.run(every: .seconds(15)) { error in
                    logger.error("stored values could not be judged again", metadata: ["error": "\(error)"])
                }
            },
            BackgroundService { [monitoring, logger] in
                try await monitoring.quarantineWatch.run(every: .seconds(60)) { error in
                    logger.error("the quarantine could not be watched", metadata: ["error": "\(error)"])
                }
            },
            BackgroundService { [health, logger] in
                try await health.watch.run(every: .seconds(15)) { error in
                    logger.error("the devices' health could not be watched", metadata: ["error": "\(error)"])
                }
            },
            BackgroundService { [supervision, logger] in
                try await supervision.watch.run(every: .seconds(30)) { error in
                    logger.error("cases could not be watched", metadata: ["error": "\(error)"])
                }
            },
        ]
    }
}
