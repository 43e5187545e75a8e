/** What Bide promises, as tests: contract suites for schedulers, seeded random graphs, manual executor and clock, simulated workers. */
module dev.bide.testkit {
    requires transitive dev.bide.core;
    requires transitive dev.bide.remote;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;
    requires org.assertj.core;

    exports dev.bide.testkit;

    opens dev.bide.testkit;
}
