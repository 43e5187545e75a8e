package accepted;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Many results made one. */
class Gathering {
    static int total(List<? extends Number> all) {
        return all.size();
    }

    static int count(Map<String, Integer> counts) {
        return counts.size();
    }

    static void run(Delayed<Integer> one, Delayed<Double> two, Delayed<String> text) {
        List<Delayed<Integer>> loop = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            loop.add(on(i, one).call(Integer::sum));
        }
        DelayedList<Integer> gathered = gather(loop);
        Delayed<List<Integer>> asDelayed = gathered;
        DelayedList<Number> wider = gather(List.of(one, two));
        DelayedList<Integer> ofSet = gather(Set.of(one));
        DelayedList<List<Integer>> nested = gather(List.of(gathered, ofSet));
        Delayed<Integer> total = task(Gathering::total).call(gather(loop));

        Map<String, Delayed<Integer>> byName = new LinkedHashMap<>(Map.of("one", one));
        Delayed<Map<String, Integer>> map = gather(byName);
        Delayed<Integer> count = task(Gathering::count).call(gather(byName));

        List<Integer> same = compute(one, one);
        List<Object> several = compute(one, two, text, gathered, map);
        List<Number> numbers = compute(one, two);
    }
}
