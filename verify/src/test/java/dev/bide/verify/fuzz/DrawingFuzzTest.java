package dev.bide.verify.fuzz;

import static dev.bide.Bide.task;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.graph.Plan;
import java.util.ArrayList;
import java.util.List;

/** Whatever calls are named, a drawing of them says what they are called and nothing else. */
class DrawingFuzzTest {
    private static final Task1<Object, Object> TASK = task((Object x) -> x);

    //   hostile 1   hostile 2   ...
    //        \         |        /
    //          hostile n + 1
    @FuzzTest
    void draw_hostileNames_canBeReadAgain(FuzzedDataProvider data) {
        int calls = data.consumeInt(1, 4);
        List<Delayed<?>> named = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            named.add(named(TASK.call(i), data));
        }
        new DrawnText(Plan.of(named(TASK.call(named), data))).check();
    }

    private static Delayed<?> named(Delayed<?> call, FuzzedDataProvider data) {
        String name = HostileText.draw(data);
        return name.isEmpty() ? call : call.named(name);
    }
}
