/** A scheduler over child JVMs on this machine. */
module dev.bide.process {
    requires transitive dev.bide.remote;
    requires java.management;
    requires static transitive org.jspecify;

    exports dev.bide.process;

    provides dev.bide.schedule.SchedulerProvider with
            dev.bide.process.ProcessesByName;
}
