package dev.bide.testkit;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The fixtures of this JVM that others know of. Nothing listens before the first is handed out, then a port on loopback,
 * at which a stranger gets nothing: nobody can guess an id.
 */
final class Home {
    /** More than a test hands out; the eldest are let go, so that a long row of tests does not fill the heap. */
    private static final int MOST = 10_000;

    private static final String JVM = UUID.randomUUID().toString();
    private static final Map<String, Fixture> KNOWN = new LinkedHashMap<>();

    private Home() {}

    /** Listens once somebody asks for its port. */
    private static final class Door {
        static final int PORT = open();

        private static int open() {
            try {
                ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
                daemon("fixtures", () -> welcome(socket));
                return socket.getLocalPort();
            } catch (IOException noPort) {
                throw new UncheckedIOException(noPort);
            }
        }

        private static void daemon(String name, Runnable work) {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            thread.start();
        }

        private static void welcome(ServerSocket socket) {
            try {
                while (true) {
                    Socket line = socket.accept();
                    line.setTcpNoDelay(true);
                    daemon("fixtures of " + line.getPort(), () -> serve(line));
                }
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    static Handle handle(String kind) {
        return new Handle(JVM, Door.PORT, UUID.randomUUID().toString(), kind, 0);
    }

    static void keep(Handle handle, Fixture fixture) {
        synchronized (KNOWN) {
            KNOWN.remove(handle.id()); // so that it is the youngest
            KNOWN.put(handle.id(), fixture);
            if (KNOWN.size() > MOST) {
                KNOWN.remove(KNOWN.keySet().iterator().next());
            }
        }
    }

    static boolean has(Handle handle) {
        return handle.jvm().equals(JVM);
    }

    static Fixture get(String id) {
        synchronized (KNOWN) {
            Fixture known = KNOWN.get(id);
            if (known == null) {
                throw new IllegalStateException("no fixture of this JVM has the id " + id);
            }
            return known;
        }
    }

    private static void serve(Socket line) {
        try (line;
                DataInputStream in = new DataInputStream(line.getInputStream());
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(line.getOutputStream()))) {
            while (true) {
                reply(in.readUTF(), in.readUTF(), in.readUTF(), out);
                out.flush();
            }
        } catch (IOException over) {
            // whoever asked has gone
        }
    }

    /** An answer, or what went wrong. */
    private static void reply(String id, String question, String about, DataOutputStream out) throws IOException {
        long answer = 0;
        String wrong = "";
        try {
            answer = get(id).answer(question, about);
        } catch (InterruptedException | RuntimeException | Error failed) {
            wrong = failed.toString();
        }
        out.writeUTF(wrong);
        out.writeLong(answer);
    }
}
