/** Runs as metrics of Micrometer. Reads events only. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
// Micrometer's jar names its module but does not describe it.
module dev.bide.micrometer {
    requires transitive dev.bide.core;
    requires transitive micrometer.core;
    requires static org.jspecify;

    exports dev.bide.micrometer;
}
