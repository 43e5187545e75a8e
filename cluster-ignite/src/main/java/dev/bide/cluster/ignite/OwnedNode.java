package dev.bide.cluster.ignite;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.IgniteState;
import org.apache.ignite.Ignition;
import org.apache.ignite.configuration.IgniteConfiguration;

/** A node that Bide started and has to stop. */
final class OwnedNode implements AutoCloseable {
    private final Ignite ignite;
    private final WorkFolder folder;
    private final ExitHook hook = ExitHook.of(this);

    private OwnedNode(Ignite ignite, WorkFolder folder) {
        this.ignite = ignite;
        this.folder = folder;
    }

    static OwnedNode driver(IgniteConfiguration given, List<String> addresses) {
        return start(work -> NodeSettings.driver(given, addresses, work));
    }

    static OwnedNode worker(IgniteConfiguration given, List<String> addresses, Neighbours known) {
        return start(work -> NodeSettings.worker(given, addresses, work, known));
    }

    private static OwnedNode start(Function<Path, IgniteConfiguration> settings) {
        IgniteFlags.check();
        IgniteFlags.quieten();
        WorkFolder folder = new WorkFolder();
        try {
            return new OwnedNode(IgniteFlags.startWithoutHook(settings.apply(folder.path())), folder);
        } catch (IgniteException e) {
            folder.close();
            throw new IllegalStateException(said(e), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** What Ignite says of it, deepest cause first, with what to do where we know that. */
    private static String said(IgniteException failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.insert(0, cause.getMessage() + "; ");
        }
        String text = all.toString();
        if (text.contains("deployment mode different") || text.contains("peer class loading enabled flag")) {
            return Deployment.wrong("another deploymentMode or peerClassLoadingEnabled") + " Ignite says: " + text;
        }
        return "this node cannot join the cluster: " + text;
    }

    Ignite ignite() {
        return ignite;
    }

    /** Whether it has not been stopped, nor stopped by itself. */
    boolean isUp() {
        return Ignition.state(ignite.name()) == IgniteState.STARTED;
    }

    /** Stops the node, unless it has stopped by itself, and clears away what it left. */
    @Override
    public void close() {
        hook.remove();
        if (isUp()) {
            Ignition.stop(ignite.name(), true);
        }
        folder.close();
    }
}
