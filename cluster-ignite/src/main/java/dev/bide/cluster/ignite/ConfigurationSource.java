package dev.bide.cluster.ignite;

import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.ignite.IgniteCheckedException;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.internal.IgnitionEx;

/** Where a worker's configuration comes from: a Spring file, or a class, which needs no Spring. */
final class ConfigurationSource {
    private static final String OR_A_CLASS =
            " Or write a public class that implements Supplier<IgniteConfiguration>, and give its name in place of the file.";

    private ConfigurationSource() {}

    /** Reads what a word on the command line means. */
    static IgniteConfiguration read(String where) {
        return isFile(where) ? file(Path.of(where)) : made(where);
    }

    private static boolean isFile(String where) {
        return where.endsWith(".xml") || where.contains("/") || Files.exists(Path.of(where));
    }

    static IgniteConfiguration file(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("there is no file " + file + " that can be read");
        }
        try {
            return IgnitionEx.loadConfiguration(file.toUri().toURL()).get1();
        } catch (IgniteCheckedException | MalformedURLException e) {
            String reason = hasSpring()
                    ? "."
                    : ". Spring files need ignite-spring, with what it needs, on the class path (an Ignite installation has"
                            + " them under libs/ignite-spring)." + OR_A_CLASS;
            throw new IllegalArgumentException(
                    "no configuration can be read from " + file + ": " + e.getMessage() + reason, e);
        }
    }

    private static boolean hasSpring() {
        try {
            Class.forName("org.apache.ignite.internal.util.spring.IgniteSpringHelperImpl");
            return true;
        } catch (ClassNotFoundException | LinkageError missing) {
            return false;
        }
    }

    private static IgniteConfiguration made(String name) {
        try {
            Object maker = Class.forName(name, true, Thread.currentThread().getContextClassLoader())
                    .getConstructor()
                    .newInstance();
            if (maker instanceof Supplier<?> supplier && supplier.get() instanceof IgniteConfiguration config) {
                return config;
            }
            throw new IllegalArgumentException(name + " is no Supplier<IgniteConfiguration>");
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "there is neither a file nor a class " + name + " (is its jar on the class path?)", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "no configuration can be had from " + name + ": it needs to be public, with a public constructor"
                            + " without arguments that throws nothing (" + e + ")",
                    e);
        }
    }
}
