package dev.bide.cluster.ignite;

import dev.bide.remote.WorkerPool;
import dev.bide.remote.worker.Inbox;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCompute;
import org.apache.ignite.IgniteException;
import org.apache.ignite.IgniteState;
import org.apache.ignite.Ignition;
import org.apache.ignite.IgnitionListener;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.compute.ComputeTaskTimeoutException;
import org.apache.ignite.events.DiscoveryEvent;
import org.apache.ignite.events.Event;
import org.apache.ignite.events.EventType;
import org.apache.ignite.internal.util.typedef.X;
import org.apache.ignite.lang.IgniteFuture;
import org.apache.ignite.lang.IgnitePredicate;
import org.apache.ignite.spi.IgniteSpiException;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of an Ignite cluster as workers. Each node gets a closure that makes a worker of it; from then on both sides send
 * messages to a topic that this pool alone has. Ignite's own failover is off: who uses the pool decides what is done again.
 */
final class IgnitePool implements WorkerPool {
    private static final System.Logger LOG = System.getLogger(IgnitePool.class.getName());
    private static final int[] CHANGES = {
        EventType.EVT_NODE_JOINED, EventType.EVT_NODE_LEFT, EventType.EVT_NODE_FAILED, EventType.EVT_NODE_SEGMENTED
    };

    private static final Duration READY = Duration.ofSeconds(10);

    /** A node that has not answered by then has not got the question, or its answer was lost. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Ignite ignite;
    private final Closures closures;
    private final String maker;
    private final @Nullable Runnable ending;
    private final UUID here;
    private final String topic = "bide/" + UUID.randomUUID();
    private final ExecutorService executor = Threads.cached("bide-ignite-drive");
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, Member> members = new ConcurrentHashMap<>();
    private final Map<UUID, Member> byNode = new ConcurrentHashMap<>();

    /** Nodes that may have something of this pool. */
    private final Set<UUID> asked = ConcurrentHashMap.newKeySet();

    private final Post post;
    private final IgnitePredicate<Event> onEvent = this::happened;
    private final IgnitionListener onState = this::changed;
    private final AtomicBoolean cutOff = new AtomicBoolean();
    private @Nullable Listener listener;
    private volatile boolean closed;

    /**
     * Makes a pool of a cluster.
     *
     * @param ignite this driver's node
     * @param closures bring code to the workers
     * @param maker the class of what makes the inboxes of workers
     * @param ending stops the node, if it is the pool's
     */
    IgnitePool(Ignite ignite, Closures closures, Class<? extends Inbox.Maker> maker, @Nullable Runnable ending) {
        this.ignite = ignite;
        this.closures = closures;
        this.maker = maker.getName();
        this.ending = ending;
        here = ignite.cluster().localNode().id();
        post = new Post(ignite, topic, this::received);
    }

    @Override
    public void start(Listener hears) {
        if (listener != null) {
            throw new IllegalStateException("a pool is started once");
        }
        listener = hears;
        post.open();
        ignite.events().localListen(onEvent, CHANGES);
        Ignition.addListener(onState);
        ignite.cluster().nodes().forEach(this::came);
    }

    /**
     * Waits until the nodes that are there have become workers, so that the first run has them all.
     *
     * @throws IllegalStateException if none of them can
     */
    void awaitPresent() {
        List<CompletableFuture<Void>> present =
                members.values().stream().map(Member::settled).toList();
        long deadline = System.nanoTime() + READY.toNanos();
        Throwable failure = null;
        for (CompletableFuture<Void> member : present) {
            try {
                member.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                failure = e.getCause();
            } catch (TimeoutException later) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "a node has not become a worker within " + READY + "; nobody waits for it");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        if (failure != null && present.stream().allMatch(CompletableFuture::isCompletedExceptionally)) {
            throw new IllegalStateException(
                    "no node becomes a worker: " + innermost(failure).getMessage(), failure);
        }
    }

    private void came(ClusterNode node) {
        Listener hears = listener;
        if (hears == null || closed || !Marks.isWorker(node)) {
            return;
        }
        Member member = byNode.computeIfAbsent(node.id(), absent -> member(node, hears));
        if (members.putIfAbsent(member.number, member) == null) {
            asked.add(node.id());
            executor.execute(() -> attach(member));
        }
    }

    private Member member(ClusterNode node, Listener hears) {
        int number = numbers.getAndIncrement();
        UUID id = node.id();
        Outgoing outgoing = new Outgoing(
                Packet.DRIVER,
                number,
                executor,
                packet -> post.carry(id, packet),
                failure -> unreachable(number, failure));
        return new Member(number, id, Marks.name(node), outgoing, hears);
    }

    private IgniteCompute compute(UUID node) {
        return ignite.compute(ignite.cluster().forNodeId(node)).withNoFailover().withTimeout(ANSWER.toMillis());
    }

    private void attach(Member member) {
        try {
            compute(member.node)
                    .callAsync(closures.attach(topic, here, member.number, maker))
                    .listenAsync(answer -> attached(member, answer), executor);
        } catch (IgniteException | IllegalStateException e) {
            refused(member, e);
        }
    }

    private void attached(Member member, IgniteFuture<Integer> answer) {
        try {
            member.joined(answer.get());
        } catch (IgniteException e) {
            refused(member, e);
        }
    }

    /** Nobody has heard of it yet, so there is nobody to tell; a node that has gone again needs no word. */
    private void refused(Member member, RuntimeException failure) {
        members.remove(member.number);
        member.refused(failure);
        if (closed || ignite.cluster().node(member.node) == null) {
            return;
        }
        String why = "node " + member.name + " does not become a worker: "
                + innermost(failure).getMessage();
        if (isUnanswered(failure)) {
            LOG.log(System.Logger.Level.WARNING, why + "; it is asked again");
            byNode.remove(member.node, member);
            detachLater(member.node, member.number);
        } else {
            LOG.log(System.Logger.Level.WARNING, why, failure);
        }
    }

    /** Whether a question or its answer did not get through; the node itself did not refuse. */
    private static boolean isUnanswered(RuntimeException failure) {
        return failure instanceof ComputeTaskTimeoutException || X.hasCause(failure, IgniteSpiException.class);
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private void received(UUID node, byte[] bytes) {
        Packet packet = Packet.read(bytes);
        Member member = members.get(packet.from());
        if (member != null) {
            member.received(packet);
        }
    }

    /** Called by the thread that all of Ignite's discovery waits for: the rest is done elsewhere. */
    private boolean happened(Event event) {
        if (event instanceof DiscoveryEvent discovery) {
            ClusterNode node = discovery.eventNode();
            switch (event.type()) {
                case EventType.EVT_NODE_JOINED -> came(node);
                case EventType.EVT_NODE_LEFT -> left(node, "it left the cluster");
                case EventType.EVT_NODE_FAILED -> left(node, "its process ended, or it does not answer any more");
                default -> executor.execute(() -> cutOff("the driver's own node was cut off from the cluster"));
            }
        }
        return true;
    }

    /** A node that stops tells no events of it. */
    private void changed(@Nullable String name, IgniteState state) {
        if (state != IgniteState.STARTED && ignite.name().equals(name)) {
            executor.execute(() -> cutOff("the driver's own node has stopped (" + state + ")"));
        }
    }

    /** A node does not come back into its cluster, so no worker ever will. */
    private void cutOff(String why) {
        Listener hears = listener;
        if (hears != null && !closed && cutOff.compareAndSet(false, true)) {
            members.keySet().forEach(number -> lost(number, why));
            hears.failed(why + "; start another scheduler");
        }
    }

    private void left(ClusterNode node, String cause) {
        asked.remove(node.id());
        Member member = byNode.remove(node.id());
        if (member != null) {
            executor.execute(() -> lost(member.number, cause));
        }
    }

    private @Nullable Member lost(int worker, String cause) {
        Member member = members.remove(worker);
        if (member != null) {
            byNode.remove(member.node, member);
            member.lost(cause);
        }
        return member;
    }

    private void unreachable(int worker, RuntimeException failure) {
        if (!closed) {
            end(worker, "nothing can be sent to it: " + innermost(failure).getMessage());
        }
    }

    @Override
    public void send(int worker, ByteBuffer... message) {
        Member member = members.get(worker);
        if (member != null) {
            member.send(message);
        }
    }

    /**
     * Ends the worker but not the node, which may serve others, too. If that answers, it is asked to be a worker again, under
     * another number.
     */
    @Override
    public void dismiss(int worker, String why) {
        executor.execute(() -> end(worker, why));
    }

    private void end(int worker, String why) {
        Member member = lost(worker, why);
        if (member == null || closed) {
            return;
        }
        detach(member.node, worker);
    }

    private void detach(UUID node, int worker) {
        try {
            if (!closed && ignite.cluster().node(node) != null) {
                compute(node)
                        .runAsync(closures.detach(topic, here, worker))
                        .listenAsync(answer -> detached(node, worker, answer), executor);
            }
        } catch (IgniteException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "worker " + worker + " or this node is gone already", e);
        }
    }

    /** A node that answers may be a worker again; one that does not but is still there is asked until it does. */
    private void detached(UUID node, int worker, IgniteFuture<Void> answer) {
        ClusterNode still = ignite.cluster().node(node);
        if (still == null) {
            return;
        }
        try {
            answer.get();
            came(still);
        } catch (IgniteException e) {
            LOG.log(System.Logger.Level.DEBUG, "worker " + worker + " does not answer", e);
            detachLater(node, worker);
        }
    }

    private void detachLater(UUID node, int worker) {
        CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS, executor)
                .execute(() -> detach(node, worker));
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        Ignition.removeListener(onState);
        try {
            ignite.events().stopLocalListen(onEvent, CHANGES);
            post.close();
            members.values().forEach(member -> member.lost(null));
            if (ending == null) {
                asked.forEach(this::release);
            }
        } catch (IgniteException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "the node is gone already", e);
        } finally {
            members.clear();
            byNode.clear();
            executor.shutdown();
            if (ending != null) {
                ending.run();
            }
        }
    }

    /**
     * A node is told even if it has not become a worker yet, and nobody waits for an answer. Where this driver leaves the cluster,
     * all that it has elsewhere ends by that.
     */
    private void release(UUID node) {
        executor.execute(() -> {
            try {
                compute(node).runAsync(closures.detach(topic, here, Detach.ALL));
            } catch (IgniteException | IllegalStateException e) {
                LOG.log(System.Logger.Level.DEBUG, "this node is gone, so that the worker ends by itself", e);
            }
        });
    }

    /** Shows the engine. */
    @Override
    public String toString() {
        return "ignite";
    }
}
