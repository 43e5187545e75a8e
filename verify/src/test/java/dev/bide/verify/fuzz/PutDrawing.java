package dev.bide.verify.fuzz;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.bide.verify.fuzz.Piece.Built;
import dev.bide.verify.fuzz.Piece.Deep;
import dev.bide.verify.fuzz.Piece.Lazy;
import dev.bide.verify.fuzz.Piece.Plain;
import dev.bide.verify.fuzz.Piece.To;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Draws what is put into a raw graph: mostly what makes sense, at times what does not. */
final class PutDrawing {
    private static final String NOBODY = "nobody";
    private static final int MOST_NODES = 24;
    private static final int MOST_PIECES = 150;
    private static final List<Piece> PLAIN = Arrays.asList(
            new Plain(1),
            new Plain(null),
            new Plain("k0"),
            new Plain(new int[] {1, 2}),
            new Plain(Thread.State.NEW),
            new Plain(List.of()),
            new Plain(List.of("a", List.of(2))));
    private static final List<Piece> LAZY = List.of(
            new Lazy(value(7), 7),
            new Lazy(value(null), null),
            new Lazy(on(1, 2).call(Integer::sum), 3),
            new Lazy(on(1, 3).call(Integer::sum).named("k0"), 4),
            new Lazy(task((Integer x) -> x + 1).named("k1").each(List.of(1, 2)), List.of(2, 3)),
            new Lazy(on(5).call(x -> x).thenDelayed(x -> value(x + 1)), 6));

    private final FuzzedDataProvider data;
    private final List<String> keys;
    private int pieces;

    PutDrawing(FuzzedDataProvider data) {
        this.data = data;
        int nodes = data.consumeInt(0, MOST_NODES);
        boolean plainKeys = data.consumeBoolean();
        this.keys = IntStream.range(0, nodes)
                .mapToObj(i -> plainKeys ? "k" + i : HostileText.draw(data))
                .toList();
    }

    List<Put> draw() {
        List<Put> puts = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            puts.add(put(seldom() ? anyKey() : keys.get(i), i));
        }
        return puts;
    }

    private Put put(String key, int number) {
        if (data.consumeBoolean()) {
            return new Put(key, null, List.of(piece(number, 0)));
        }
        Operation operation = data.pickValue(Operation.values());
        int arguments = seldom() ? data.consumeInt(0, 6) : operation.arity;
        return new Put(key, operation, pieces(arguments, number, 0));
    }

    private boolean seldom() {
        return data.consumeInt(0, 31) == 31;
    }

    private String anyKey() {
        return seldom() ? NOBODY : keys.get(data.consumeInt(0, keys.size() - 1));
    }

    private List<Piece> pieces(int count, int number, int depth) {
        return IntStream.range(0, count).mapToObj(i -> piece(number, depth)).toList();
    }

    /** A piece of the node of some number: it mostly refers to nodes before it. */
    private Piece piece(int number, int depth) {
        int kind = ++pieces > MOST_PIECES ? 0 : data.consumeInt(0, 9);
        return switch (kind) {
            case 0 -> data.pickValue(PLAIN);
            case 1, 2, 3, 4, 5 -> to(number);
            case 6 -> data.pickValue(LAZY);
            case 7 -> new Deep(deep(), piece(number, depth + 1));
            default -> depth > 3 ? to(number) : built(number, depth);
        };
    }

    private int deep() {
        return seldom() ? data.consumeInt(Piece.DEEPEST - 4, Piece.DEEPEST + 4) : data.consumeInt(1, 3);
    }

    /** No reference can be made to an empty key. */
    private Piece to(int number) {
        String key = number == 0 || seldom() ? anyKey() : keys.get(data.consumeInt(0, number - 1));
        return new To(key.isEmpty() ? NOBODY : key);
    }

    private Piece built(int number, int depth) {
        Form form = data.pickValue(Form.values());
        if (form.onlyReferences()) {
            return new Built(form, List.of(to(number)));
        }
        int parts = form.parts() > 0 ? form.parts() : 2 * data.consumeInt(1, 2);
        Built built = new Built(form, pieces(parts, number, depth + 1));
        return canBe(built) ? built : new Built(Form.LIST, built.parts());
    }

    /** Sets and maps that would hold something twice cannot. */
    private static boolean canBe(Built built) {
        Object given = built.given();
        return given != Outcome.FAILED
                && !(given instanceof Set<?> set && set.size() < built.parts().size());
    }
}
