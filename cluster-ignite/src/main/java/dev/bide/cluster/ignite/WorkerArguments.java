package dev.bide.cluster.ignite;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ignite.configuration.IgniteConfiguration;

/**
 * What a worker's command line says.
 *
 * @param values of the options that have one
 * @param withStarter whether it ends with its standard input
 */
record WorkerArguments(Map<String, String> values, boolean withStarter) {
    private static final String STARTER = "--with-starter";
    private static final Set<String> OPTIONS = Set.of("--ignite", "--join", "--threads", "--name");

    static WorkerArguments parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        boolean withStarter = false;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (option.equals(STARTER)) {
                withStarter = true;
            } else if (OPTIONS.contains(option) && rest.hasNext()) {
                values.put(option, rest.next());
            } else {
                throw new IllegalArgumentException("not understood: " + option + ". Options with a value are " + OPTIONS
                        + ", and there is " + STARTER);
            }
        }
        return new WorkerArguments(values, withStarter);
    }

    List<String> addresses() {
        return List.of(values.getOrDefault("--join", NodeSettings.LOOPBACK).split(","));
    }

    IgniteConfiguration configuration() {
        String where = values.get("--ignite");
        IgniteConfiguration config = where == null ? new IgniteConfiguration() : ConfigurationSource.read(where);
        String threads = values.get("--threads");
        if (threads != null) {
            NodeSettings.mark(config, Marks.THREADS, Integer.valueOf(threads));
        }
        String name = values.get("--name");
        if (name != null) {
            config.setIgniteInstanceName(name);
        }
        return config;
    }
}
