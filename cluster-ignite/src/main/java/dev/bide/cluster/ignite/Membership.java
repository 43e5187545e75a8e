package dev.bide.cluster.ignite;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.ignite.IgniteState;
import org.apache.ignite.Ignition;
import org.apache.ignite.IgnitionListener;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A worker's place in its cluster. Ignite stops a node that its cluster takes for dead, and one that stood still may take all others
 * for dead and go on alone; either joins again, until it is closed.
 */
final class Membership implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(IgniteWorker.class.getName());
    private static final int LOOK_SECONDS = 2;

    private final Supplier<IgniteConfiguration> configuration;
    private final List<String> addresses;
    private final IgnitionListener onChange = this::changed;
    private final Neighbours neighbours = new Neighbours();

    /** One thread, which keeps the JVM alive while there is no node that does. */
    private final ExecutorService again = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "bide-worker-again"),
            new ThreadPoolExecutor.DiscardPolicy());

    private volatile OwnedNode node;
    private volatile boolean closing;

    Membership(Supplier<IgniteConfiguration> configuration, List<String> addresses) {
        this.configuration = configuration;
        this.addresses = addresses;
        node = join();
        Ignition.addListener(onChange);
    }

    private OwnedNode join() {
        OwnedNode joined = OwnedNode.worker(configuration.get(), addresses, neighbours);
        neighbours.watch(joined.ignite(), where -> again.execute(() -> lookFor(where, joined)));
        return joined;
    }

    /** What people call the node. */
    String name() {
        return Marks.name(node.ignite().cluster().localNode());
    }

    /** Told of all nodes of this JVM. */
    void changed(@Nullable String name, IgniteState state) {
        OwnedNode mine = node;
        boolean cutOff = state == IgniteState.STOPPED_ON_SEGMENTATION || state == IgniteState.STOPPED_ON_FAILURE;
        if (cutOff && !closing && Objects.equals(mine.ignite().name(), name)) {
            again.execute(() -> joinAgain(mine));
        }
    }

    /** Whoever is still there has not failed: this node stood still for so long, or was cut off, that it took others for dead. */
    private void lookFor(List<InetSocketAddress> where, OwnedNode seenBy) {
        if (isOver(seenBy) || !seenBy.isUp() || hasDriver(seenBy)) {
            return;
        }
        Neighbours.Sight sight = Neighbours.look(seenBy.ignite().cluster().localNode(), where);
        if (sight == Neighbours.Sight.THERE && !hasDriver(seenBy)) {
            joinAgain(seenBy);
        } else if (sight == Neighbours.Sight.UNKNOWN) {
            later(() -> lookFor(where, seenBy));
        }
    }

    private boolean isOver(OwnedNode seen) {
        return closing || node != seen;
    }

    private static boolean hasDriver(OwnedNode node) {
        return node.ignite().cluster().nodes().stream().anyMatch(Marks::isDriver);
    }

    private void later(Runnable what) {
        CompletableFuture.delayedExecutor(LOOK_SECONDS, TimeUnit.SECONDS, again).execute(what);
    }

    private void joinAgain(OwnedNode cutOff) {
        if (isOver(cutOff)) {
            return;
        }
        cutOff.close();
        try {
            OwnedNode joined = join();
            node = joined;
            if (joined.ignite().cluster().nodes().size() == 1) {
                later(() -> lookFor(neighbours.addresses(), joined));
            }
        } catch (RuntimeException e) { // Ignite throws many; whatever it was, the cluster may be there later
            if (!closing) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "this worker was cut off, and cannot join its cluster again yet: " + e.getMessage());
                later(() -> joinAgain(cutOff));
            }
        }
        if (closing) {
            node.close();
        }
    }

    @Override
    public void close() {
        closing = true;
        Ignition.removeListener(onChange);
        again.shutdownNow(); // it may wait for a cluster to join
        node.close();
    }
}
