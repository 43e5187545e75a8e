package dev.bide.cluster.ignite;

import java.util.function.Supplier;
import org.apache.ignite.configuration.IgniteConfiguration;

/** A configuration in Java. */
public final class SuppliedSettings implements Supplier<IgniteConfiguration> {
    @Override
    public IgniteConfiguration get() {
        return new IgniteConfiguration().setIgniteInstanceName("supplied");
    }
}
