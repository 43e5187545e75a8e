package dev.bide.cluster.ignite;

import java.util.UUID;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.internal.IgniteNodeAttributes;
import org.jspecify.annotations.Nullable;

/** What nodes say about themselves in their attributes. */
final class Marks {
    /** {@code true} on a node that is a driver, so that other drivers do not take it for a worker. */
    static final String DRIVER = "dev.bide.driver";

    /** How many tasks the node runs at a time. */
    static final String THREADS = "dev.bide.threads";

    private Marks() {}

    static boolean isWorker(ClusterNode node) {
        return !node.isClient() && !node.isLocal() && !isDriver(node);
    }

    static boolean isDriver(ClusterNode node) {
        return "true".equals(String.valueOf(node.<Object>attribute(DRIVER)));
    }

    static int threads(ClusterNode node, int otherwise) {
        Object threads = node.attribute(THREADS);
        try {
            return threads == null ? otherwise : Math.max(1, Integer.parseInt(threads.toString()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the attribute " + THREADS + " of the node is no number: " + threads, e);
        }
    }

    /** What people call a node: the name of its instance, or its host and the beginning of its id. */
    static String name(ClusterNode node) {
        Object name = node.attribute(IgniteNodeAttributes.ATTR_IGNITE_INSTANCE_NAME);
        String id = node.id().toString().substring(0, 8);
        if (name != null) {
            return name + "-" + id;
        }
        return node.addresses().stream().findFirst().orElse("node") + "-" + id;
    }

    static String address(UUID node, int worker) {
        return node + "/" + worker;
    }

    static UUID node(String address) {
        return UUID.fromString(address.substring(0, address.indexOf('/')));
    }

    static int worker(String address) {
        return Integer.parseInt(address.substring(address.indexOf('/') + 1));
    }

    /** The node's own word for its deployment mode. */
    static @Nullable Object deploymentMode(ClusterNode node) {
        return node.attribute(IgniteNodeAttributes.ATTR_DEPLOYMENT_MODE);
    }
}
