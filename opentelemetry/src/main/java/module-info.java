/** Runs as traces of OpenTelemetry. Reads events and graphs only. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
// OpenTelemetry's jars name their modules but do not describe them.
module dev.bide.opentelemetry {
    requires transitive dev.bide.core;
    requires transitive io.opentelemetry.api;
    requires io.opentelemetry.context;
    requires static org.jspecify;

    exports dev.bide.opentelemetry;
}
