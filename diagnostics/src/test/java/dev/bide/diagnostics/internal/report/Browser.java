package dev.bide.diagnostics.internal.report;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A Chromium without a window, told what to do over its DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<String, Object>>> answers = new ConcurrentHashMap<>();
    final BlockingQueue<Map<String, Object>> events = new LinkedBlockingQueue<>();

    private Browser(Process process, Path profile, URI address) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Ear())
                .join();
    }

    /** The browser of this machine, if it has one. */
    static Optional<Path> program() {
        return PROGRAMS.stream()
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser open(Path program) throws IOException {
        Path profile = Files.createTempDirectory("bide-browser");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException(program + " did not start");
        }
        Thread reader = new Thread(() -> said.lines().forEach(ignored -> {}), "browser-errors");
        reader.setDaemon(true);
        reader.start();
        return new Browser(process, profile, URI.create(line.substring(LISTENING.length())));
    }

    BrowserPage page(int width, int height, boolean dark) {
        return BrowserPage.open(this, width, height, dark);
    }

    /** Sends a command and waits for the answer; parameters are JSON without its braces. */
    Map<String, Object> send(String session, String method, String parameters) {
        int number = numbers.incrementAndGet();
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        answers.put(number, answer);
        String to = session.isEmpty() ? "" : ",\"sessionId\":\"" + session + "\"";
        String text = "{\"id\":" + number + to + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}}";
        socket.sendText(text, true).join();
        Map<String, Object> answered = answer.orTimeout(40, TimeUnit.SECONDS).join();
        if (answered.containsKey("error")) {
            throw new IllegalStateException(method + ": " + answered.get("error"));
        }
        return JsonText.object(answered.get("result"));
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                Map<String, Object> message = JsonText.object(JsonText.read(text.toString()));
                text.setLength(0);
                hear(message);
            }
            from.request(1);
            return null;
        }

        private void hear(Map<String, Object> message) {
            if (message.get("id") instanceof Double number) {
                answers.remove(number.intValue()).complete(message);
            } else {
                events.add(message);
            }
        }
    }
}
