package dev.bide.cluster.ignite;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.ignite.Ignite;
import org.apache.ignite.Ignition;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * What Ignite 2.18 needs of a JVM from 17 on, on drivers and workers alike: packages of the JDK that it may look into. The
 * flags have to stand on the command line of {@code java} or in {@code JDK_JAVA_OPTIONS}; a manifest's {@code Add-Opens}
 * counts for {@code java -jar} only.
 */
public final class IgniteFlags {
    private static final List<String> PACKAGES =
            List.of("java.io", "java.nio", "java.util", "java.lang", "java.lang.invoke");

    /** The flags, each one word. */
    public static final List<String> ADD_OPENS = PACKAGES.stream()
            .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
            .toList();

    /** Keeps newer JVMs quiet about what Ignite does. They are of the same release as this one, and older ones lack the flag. */
    static final List<String> QUIET =
            Runtime.version().feature() < 24 ? List.of() : List.of("--sun-misc-unsafe-memory-access=allow");

    private static final String NO_HOOK = "IGNITE_NO_SHUTDOWN_HOOK";

    /** How many nodes are starting, and what the property was before the first of them. */
    private static int starting;

    private static @Nullable String before;

    private IgniteFlags() {}

    /**
     * Gives the flags that this JVM was not started with.
     *
     * @return those of {@link #ADD_OPENS} that are missing
     */
    public static List<String> missing() {
        Module base = Object.class.getModule();
        Module ignite = Ignition.class.getModule();
        return Stream.iterate(0, i -> i < PACKAGES.size(), i -> i + 1)
                .filter(i -> !base.isOpen(PACKAGES.get(i), ignite))
                .map(ADD_OPENS::get)
                .toList();
    }

    /**
     * Refuses to go on in a JVM without the flags.
     *
     * @throws IllegalStateException that says what to add, and where
     */
    static void check() {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "Apache Ignite needs flags that this JVM was not started with. Add to the command"
                            + " line of java, or to the environment variable JDK_JAVA_OPTIONS: "
                            + String.join(" ", missing));
        }
    }

    /** Starts a node that ends when Bide says so, and not in a hook of Ignite's own as soon as the JVM begins to end. */
    static Ignite startWithoutHook(IgniteConfiguration config) {
        begin();
        try {
            return Ignition.start(config);
        } finally {
            end();
        }
    }

    private static synchronized void begin() {
        if (starting++ == 0) {
            before = System.getProperty(NO_HOOK);
            System.setProperty(NO_HOOK, "true");
        }
    }

    private static synchronized void end() {
        if (--starting > 0) {
            return;
        }
        if (before == null) {
            System.clearProperty(NO_HOOK);
        } else {
            System.setProperty(NO_HOOK, before);
        }
    }

    /** Keeps Ignite from asking its makers for updates and from printing advice; what somebody has set stays. */
    static void quieten() {
        Map.of(
                        "IGNITE_UPDATE_NOTIFIER", "false",
                        "IGNITE_PERFORMANCE_SUGGESTIONS_DISABLED", "true",
                        "IGNITE_NO_ASCII", "true")
                .forEach((name, value) -> {
                    if (System.getProperty(name) == null && System.getenv(name) == null) {
                        System.setProperty(name, value);
                    }
                });
    }
}
