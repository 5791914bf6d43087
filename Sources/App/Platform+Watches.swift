import Devices
import Governance
import Logging
import Monitoring
import Notices
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
            BackgroundService { [falsification, logger] in
                try await falsification.watch.run(every: .seconds(10)) { error in
                    logger.error("signs of made values could not be looked for", metadata: ["error": "\(error)"])
                }
            },
            BackgroundService { [states, logger] in
                try await states.watch.run(every: .seconds(5)) { error in
                    logger.error("states of monitoring could not be watched", metadata: ["error": "\(error)"])
                }
            },
            BackgroundService { [amounts, logger] in
                try await amounts.watch.run(every: .seconds(60)) { error in
                    logger.error("amounts could not be recorded", metadata: ["error": "\(error)"])
                }
            },
            BackgroundService { [means, logger] in
                try await means.alerts.run(every: .seconds(20)) { error in
                    logger.error("hourly alerts could not be looked for", metadata: ["error": "\(error)"])
                }
            },
            BackgroundService { [means, logger] in
                try await means.furnaceWatch.run(every: .seconds(60)) { error in
                    logger.error("furnaces could not be looked at", metadata: ["error": "\(error)"])
                }
            },
            BackgroundService { [health, logger] in
                try await health.watch.run(every: .seconds(15)) { error in
                    logger.error("the devices' health could not be watched", metadata: ["error": "\(error)"])
                }
            },
            BackgroundService { [notices, logger] in
                try await notices.watch.run(every: .seconds(1)) { error in
                    logger.error("notices could not be sent", metadata: ["error": "\(error)"])
                }
            },
            BackgroundService { [governance, logger] in
                try await governance.watch.run(every: .seconds(60)) { error in
                    logger.error("tasks of policies could not be watched", metadata: ["error": "\(error)"])
                }
            },
            BackgroundService { [self] in try await takeHandedHolidays(every: .seconds(5)) },
            BackgroundService { [supervision, logger] in
                try await supervision.watch.run(every: .seconds(30)) { error in
                    logger.error("cases could not be watched", metadata: ["error": "\(error)"])
                }
            },
        ]
    }
}
