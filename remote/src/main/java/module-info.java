/** What all schedulers outside this JVM share: the brain, which decides, and what it asks of a pool of workers. */
module dev.bide.remote {
    requires transitive dev.bide.core;
    requires static transitive org.jspecify;

    exports dev.bide.remote;
    exports dev.bide.remote.codec;
    exports dev.bide.remote.driver;
    exports dev.bide.remote.worker;
}
