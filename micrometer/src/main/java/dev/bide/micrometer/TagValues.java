package dev.bide.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The values of a tag, which are so many at most: a registry keeps what it is told as long as it lives. */
final class TagValues {
    static final int LIMIT = 100;
    static final String OTHER = "other";

    private final Set<String> values = new HashSet<>();

    private TagValues() {}

    /** With the values that the registry has already: several listeners may tell it of their runs. */
    static TagValues of(MeterRegistry registry, String timer, String tag) {
        TagValues known = new TagValues();
        for (Timer each : registry.find(timer).timers()) {
            known.of(Objects.requireNonNullElse(each.getId().getTag(tag), OTHER));
        }
        return known;
    }

    /** The value itself, or what stands for all that come too late. */
    synchronized String of(String value) {
        boolean fits = values.contains(value) || values.size() < LIMIT && values.add(value);
        return fits ? value : OTHER;
    }
}
