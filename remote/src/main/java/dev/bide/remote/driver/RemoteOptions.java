package dev.bide.remote.driver;

import dev.bide.remote.BrainOptions;
import dev.bide.remote.codec.Codec;
import java.util.Objects;

/**
 * What can be chosen about a scheduler on other JVMs. Immutable.
 *
 * @param codec makes bytes of what is sent
 * @param brain how work is given to workers
 */
public record RemoteOptions(Codec codec, BrainOptions brain) {
    /**
     * Gives what fits most programs.
     *
     * @return {@link Codec#fory()} and {@link BrainOptions#defaults()}
     */
    public static RemoteOptions defaults() {
        return new RemoteOptions(Codec.fory(), BrainOptions.defaults());
    }

    /**
     * Sets how values and functions become bytes.
     *
     * @param other the codec
     * @return options like these
     */
    public RemoteOptions codec(Codec other) {
        return new RemoteOptions(Objects.requireNonNull(other, "the codec is null"), brain);
    }

    /**
     * Sets how work is given to workers.
     *
     * @param other how
     * @return options like these
     */
    public RemoteOptions brain(BrainOptions other) {
        return new RemoteOptions(codec, Objects.requireNonNull(other, "the options are null"));
    }
}
