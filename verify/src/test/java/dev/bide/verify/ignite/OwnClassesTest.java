package dev.bide.verify.ignite;

import static org.assertj.core.api.Assertions.assertThat;

import acme.Program;
import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import org.junit.jupiter.api.Test;

class OwnClassesTest {
    //   w0 .. w19 --> all --> (grows to) w0 .. w19      classes that workers have on their own class path, too
    @Test
    void compute_programThatWorkersHaveAsWell_runsTheDrivers() {
        try (Cluster cluster = Cluster.start(1);
                Scheduler scheduler = cluster.scheduler()) {
            assertThat(Program.words().compute(scheduler))
                    .isEqualTo(Program.words().compute(Schedulers.sync()));
        }
    }
}
