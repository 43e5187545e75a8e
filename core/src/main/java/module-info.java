/** Lazy task graphs for Java: build now, run later, in parallel. */
@SuppressWarnings("module") // those that internal.run is exported to are compiled after this one
module dev.bide.core {
    requires static jdk.jfr; // runs where it is not there, and then records nothing
    requires static transitive org.jspecify;

    exports dev.bide;
    exports dev.bide.draw;
    exports dev.bide.event;
    exports dev.bide.graph;
    exports dev.bide.internal.run to
            dev.bide.diagnostics,
            dev.bide.process,
            dev.bide.remote,
            dev.bide.testkit;
    exports dev.bide.optimize;
    exports dev.bide.order;
    exports dev.bide.schedule;

    uses dev.bide.draw.GraphWriter;
    uses dev.bide.graph.GraphDrawing;
    uses dev.bide.schedule.SchedulerProvider;

    provides dev.bide.graph.GraphDrawing with
            dev.bide.draw.FileDrawing;
}
