package dev.bide.testkit;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A connection to the JVM that has the fixtures. One thread at a time asks on it; then it is kept for the next. */
final class Line {
    private static final Map<Integer, Deque<Line>> IDLE = new ConcurrentHashMap<>();

    private final DataInputStream in;
    private final DataOutputStream out;

    private Line(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /** Asks a fixture where it is. The thread may be interrupted before and meanwhile: it stays so, and gets its answer. */
    static long ask(Handle home, String question, String about) {
        Deque<Line> idle = IDLE.computeIfAbsent(home.port(), port -> new ConcurrentLinkedDeque<>());
        Line free = idle.poll();
        try {
            Line line = free == null ? new Line(home.port()) : free;
            line.send(home.id(), question, about);
            String wrong = line.in.readUTF();
            long answer = line.in.readLong();
            idle.push(line);
            if (!wrong.isEmpty()) {
                throw new IllegalStateException("the test's " + home.kind() + ", asked " + question + ": " + wrong);
            }
            return answer;
        } catch (IOException gone) {
            throw new UncheckedIOException("the JVM of the test does not answer; asked " + question, gone);
        }
    }

    private void send(String id, String question, String about) throws IOException {
        out.writeUTF(id);
        out.writeUTF(question);
        out.writeUTF(about);
        out.flush();
    }
}
