package dev.bide.internal.run;

import dev.bide.event.RunListener;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.FlightRecorder;

/** Whether the JVM's flight recorder is at work, so that runs tell it about their tasks. */
final class FlightRecording {
    private static final boolean THERE =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private FlightRecording() {}

    /** Asked once for each run: one that began before the recording did is not in it. */
    static boolean underWay() {
        return THERE && FlightRecorder.isInitialized() && TaskFlight.wanted();
    }

    static List<RunListener> with(List<RunListener> listeners) {
        List<RunListener> all = new ArrayList<>(listeners);
        all.add(new FlightListener());
        return all;
    }
}
