package dev.bide.cluster.ignite;

import dev.bide.remote.worker.Inbox;
import dev.bide.remote.worker.WorkerSettings;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.events.DiscoveryEvent;
import org.apache.ignite.events.Event;
import org.apache.ignite.events.EventType;
import org.apache.ignite.lang.IgnitePredicate;

/**
 * What one driver has on one worker's node. It lives in classes that came from that driver, so that a static field belongs to
 * it alone, and goes when the driver goes.
 */
final class Desk {
    private static final int[] LEAVING = {
        EventType.EVT_NODE_LEFT, EventType.EVT_NODE_FAILED, EventType.EVT_NODE_SEGMENTED
    };
    private static final Map<String, Desk> OPEN = new ConcurrentHashMap<>();

    private final Ignite ignite;
    private final String topic;
    private final UUID driver;
    private final ExecutorService executor = Threads.cached("bide-ignite-send");
    private final Map<Integer, Station> stations = new ConcurrentHashMap<>();
    private final Set<Integer> ended = ConcurrentHashMap.newKeySet();
    private final Post post;
    private final IgnitePredicate<Event> onEvent = this::happened;

    private Desk(Ignite ignite, String topic, UUID driver) {
        this.ignite = ignite;
        this.topic = topic;
        this.driver = driver;
        post = new Post(ignite, topic, this::received);
    }

    private static Desk of(Ignite ignite, String topic, UUID driver) {
        return OPEN.computeIfAbsent(topic, absent -> new Desk(ignite, topic, driver).opened());
    }

    private Desk opened() {
        post.open();
        ignite.events().localListen(onEvent, LEAVING);
        return this;
    }

    /** Starts a worker; gives how many tasks it runs at a time. */
    static Integer attach(Ignite ignite, String topic, UUID driver, int worker, String maker) {
        return of(ignite, topic, driver).open(worker, maker);
    }

    private int open(int worker, String maker) {
        ClusterNode here = ignite.cluster().localNode();
        int threads = Marks.threads(here, Runtime.getRuntime().availableProcessors());
        ClassLoader loader = Desk.class.getClassLoader();
        Station station = new Station(worker, driver, executor, post);
        station.open(maker(maker, loader), new WorkerSettings(Marks.name(here), threads, loader));
        stations.put(worker, station);
        if (ended.contains(worker)) {
            end(worker);
            throw new IllegalStateException("the driver did not wait so long for this worker");
        }
        if (ignite.cluster().node(driver) == null) {
            close();
            throw new IllegalStateException("the driver " + driver + " has left the cluster");
        }
        return threads;
    }

    private static Inbox.Maker maker(String name, ClassLoader loader) {
        try {
            return (Inbox.Maker) loader.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no worker can be made of " + name, e);
        }
    }

    /** Ends a worker, and keeps one that has not come yet from coming. */
    static void detach(Ignite ignite, String topic, UUID driver, int worker) {
        of(ignite, topic, driver).end(worker);
    }

    private void end(int worker) {
        ended.add(worker);
        Station station = stations.remove(worker);
        if (station != null) {
            station.end();
        }
    }

    /** Ends all workers of a driver on this node. */
    static void closeAll(String topic) {
        Desk desk = OPEN.get(topic);
        if (desk != null) {
            desk.close();
        }
    }

    private void close() {
        if (OPEN.remove(topic, this)) {
            deaf();
            stations.keySet().forEach(this::end);
            executor.shutdown();
        }
    }

    private void deaf() {
        try {
            post.close();
            ignite.events().stopLocalListen(onEvent, LEAVING);
        } catch (IllegalStateException stopping) {
            // The node stops, and all listening with it.
        }
    }

    private void received(UUID node, byte[] bytes) {
        Packet packet = Packet.read(bytes);
        Station station = stations.get(packet.to());
        if (station != null) {
            station.received(node, packet);
        } else if (packet.kind() == Packet.DATA && packet.from() != Packet.DRIVER) {
            executor.execute(() -> post.carry(node, Packet.gone(packet.to(), packet.from())));
        }
    }

    /** Called by the thread that all of Ignite's discovery waits for: what takes time is done elsewhere. */
    private boolean happened(Event event) {
        if (event instanceof DiscoveryEvent discovery) {
            UUID node = discovery.eventNode().id();
            if (node.equals(driver) || event.type() == EventType.EVT_NODE_SEGMENTED) {
                new Thread(this::close, "bide-ignite-end").start();
            } else {
                executor.execute(() -> stations.values().forEach(station -> station.nodeLeft(node)));
            }
        }
        return true;
    }
}
