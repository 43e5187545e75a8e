/** Results kept on disk under what they were computed from, so that a run can be resumed. */
module dev.bide.store {
    requires transitive dev.bide.core;
    requires static org.jspecify;

    exports dev.bide.store;
}
