package dev.bide.remote.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Bide;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.graph.Plan;
import dev.bide.remote.codec.Luggage.Counter;
import dev.bide.remote.codec.Luggage.Point;
import dev.bide.remote.codec.Luggage.Sendable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions arrive with what they captured. */
abstract class FunctionsLaw extends CodecLaw {
    FunctionsLaw(CodecContract contract) {
        super(contract);
    }

    @Test
    void encode_functions_areCalledWithWhatTheyCaptured() {
        int k = 3;
        String text = "t";
        List<Integer> list = new ArrayList<>(List.of(1, 2));
        int[] array = {4};
        Sendable<Integer, Integer> plus = x -> x + k;
        Sendable<Integer, String> both = x -> text + plus.apply(x);
        Sendable<Integer, Integer> listed = x -> list.get(x) + array[0];
        Sendable<String, Integer> unbound = String::length;
        Sendable<Integer, Character> bound = "word"::charAt;
        Sendable<Integer, Integer> onRecord = new Point(5, 0, "")::plus;
        Sendable<Integer, List<Integer>> constructor = ArrayList::new;

        assertThat(this.<Sendable<Integer, Integer>>sent(x -> x * 2).apply(4)).isEqualTo(8);
        assertThat(sent(plus).apply(4)).isEqualTo(7);
        assertThat(sent(both).apply(4)).isEqualTo("t7");
        assertThat(sent(listed).apply(1)).isEqualTo(6);
        assertThat(sent(unbound).apply("four")).isEqualTo(4);
        assertThat(sent(bound).apply(1)).isEqualTo('o');
        assertThat(sent(onRecord).apply(2)).isEqualTo(7);
        assertThat(sent(constructor).apply(1)).isEmpty();
        assertThat(sent(List.of(plus, plus)).get(1).apply(1)).isEqualTo(4);
    }

    @Test
    void encode_functionThatCapturedATask_callsItThere() {
        Task1<Integer, Integer> twice =
                Bide.task((Integer x) -> 2 * x).named("twice").retry(2);
        Sendable<Integer, Integer> calls = x -> twice.call(x).compute(Schedulers.sync());

        assertThat(sent(calls).apply(4)).isEqualTo(8);
        assertThat(Plan.of(sent(twice).call(3)).key(0).toString()).startsWith("twice");
        assertThat(sent(Plan.of(twice.call(3)).taskSite(0)))
                .hasToString(Plan.of(twice.call(3)).taskSite(0).toString());
    }

    @Test
    void encode_functionInTwoValues_keepsItsOwn() {
        for (int i = 0; i < 3; i++) {
            int k = i;
            Sendable<Integer, Integer> plus = x -> x + k;
            assertThat(sent(plus).apply(10)).isEqualTo(10 + i);
        }
    }

    @Test
    void encode_functionsThousandsDeep_arrive() throws Exception {
        Sendable<Integer, Integer> all = x -> x;
        for (int i = 0; i < 2_000; i++) {
            Sendable<Integer, Integer> inner = all;
            all = x -> inner.apply(x);
        }

        assertThat(sent(all)).isNotNull();
    }

    @Test
    void encode_anonymousAndInner_keepTheirOuter() {
        int k = 3;
        Counter counter = new Counter();
        counter.start = 5;
        Sendable<Integer, Integer> anonymous = anonymous(k);

        assertThat(sent(anonymous).apply(1)).isEqualTo(4);
        assertThat(sent(counter.new Step()).next()).isEqualTo(6);
    }

    private static Sendable<Integer, Integer> anonymous(int k) {
        return new Sendable<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public Integer apply(Integer x) {
                return x + k;
            }
        };
    }
}
