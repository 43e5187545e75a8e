package dev.bide.cluster.ignite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports of this machine's own address that nobody listens at, for a cluster that is to stay by itself. */
final class FreePorts {
    /** Below those that systems give to whoever asks for any. */
    private static final int FROM = 20_000;

    private static final int TO = 32_000;
    private static final int NODES = 10;
    private static final int ATTEMPTS = 100;

    private FreePorts() {}

    /** Gives ten in a row, as Ignite writes them. */
    static String addresses() {
        for (int i = 0; i < ATTEMPTS; i++) {
            int first = ThreadLocalRandom.current().nextInt(FROM, TO);
            if (IntStream.range(first, first + NODES).allMatch(FreePorts::isFree)) {
                return "127.0.0.1:" + first + ".." + (first + NODES - 1);
            }
        }
        throw new IllegalStateException(
                "there are no " + NODES + " free ports in a row between " + FROM + " and " + TO);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
