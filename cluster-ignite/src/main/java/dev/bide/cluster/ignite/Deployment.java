package dev.bide.cluster.ignite;

import org.apache.ignite.configuration.DeploymentMode;
import org.apache.ignite.configuration.IgniteConfiguration;

/**
 * How code of drivers comes to workers: {@code ISOLATED}, each driver's apart. Ignite's default lets nodes share classes, and a
 * worker may then run an older driver's version of a class without a word.
 */
@SuppressWarnings("deprecation") // The modes are to go in a later Ignite; in 2.18 the default is still the wrong one.
final class Deployment {
    private Deployment() {}

    /** Sets it in a configuration that does not say otherwise. */
    static void isolate(IgniteConfiguration config) {
        DeploymentMode mode = config.getDeploymentMode();
        if (mode != DeploymentMode.ISOLATED && mode != IgniteConfiguration.DFLT_DEPLOYMENT_MODE) {
            throw new IllegalArgumentException(wrong("deploymentMode " + mode));
        }
        config.setPeerClassLoadingEnabled(true);
        config.setDeploymentMode(DeploymentMode.ISOLATED);
    }

    /** Refuses a node that runs otherwise. */
    static void check(IgniteConfiguration running) {
        if (!running.isPeerClassLoadingEnabled()) {
            throw new IllegalArgumentException(wrong("peerClassLoadingEnabled false"));
        }
        if (running.getDeploymentMode() != DeploymentMode.ISOLATED) {
            throw new IllegalArgumentException(wrong("deploymentMode " + running.getDeploymentMode()));
        }
    }

    /** What to say of a cluster that is set up otherwise. */
    static String wrong(String what) {
        return "this cluster has " + what + ", so that workers would not run just this driver's code. Set"
                + " peerClassLoadingEnabled true and deploymentMode ISOLATED in the IgniteConfiguration of every node.";
    }
}
