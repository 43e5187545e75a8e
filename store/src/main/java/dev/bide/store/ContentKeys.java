package dev.bide.store;

import dev.bide.graph.Kind;
import dev.bide.graph.Node;
import dev.bide.graph.NodeFold;
import dev.bide.graph.Plan;
import dev.bide.graph.Recipe;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Makes the content keys of nodes: what a result is computed from, by content. Needs no result of any task. */
final class ContentKeys extends NodeFold<ContentKeys.Made> {
    /** Goes up when keys are made in another way, so that none of the old ones is met by chance. */
    private static final int WAY = 1;

    private final Values values;
    private final Map<Node, Made> earlier = new WeakHashMap<>();

    /**
     * A key, or why there is none.
     *
     * @param hash the key
     * @param refusal why not
     */
    record Made(byte @Nullable [] hash, @Nullable Refusal refusal) {
        ContentKey key() {
            return new ContentKey(HexFormat.of().formatHex(Objects.requireNonNull(hash)));
        }
    }

    ContentKeys(boolean byContent) {
        this.values = new Values(this::hash, byContent);
    }

    /** What is known of objects holds as long as nobody has had time to change them. Keys hold. */
    void letGo() {
        values.letGo();
        forget(earlier::put);
    }

    private byte[] hash(Node node) {
        Made made = of(node);
        if (made.hash() == null) {
            throw Unkeyable.because(Objects.requireNonNull(made.refusal()));
        }
        return made.hash();
    }

    @Override
    protected List<Node> needs(Node node) {
        return earlier.containsKey(node)
                ? List.of()
                : Recipe.of(node).needs().stream()
                        .filter(each -> !Plan.isValue(each))
                        .toList();
    }

    @Override
    protected Made fold(Node node) {
        Made there = earlier.get(node);
        if (there != null) {
            return there;
        }
        Recipe recipe = Recipe.of(node);
        try {
            return new Made(hash(recipe), null);
        } catch (Unkeyable refused) {
            Refusal needed = refused.refusal();
            return new Made(
                    null,
                    needed != null
                            ? needed
                            : new Refusal(recipe.where(), Objects.requireNonNull(refused.getMessage())));
        }
    }

    private byte[] hash(Recipe recipe) {
        return switch (recipe.kind()) {
            case Kind.ALIAS ->
                hash((Node) Objects.requireNonNull(recipe.arguments().get(0)));
            case Kind.VALUE ->
                values.hashed(sink -> values.put(recipe.arguments().get(0), sink.tag(Tag.VALUE)));
            case Kind.STRUCTURE ->
                values.hash(Objects.requireNonNull(recipe.arguments().get(0)));
            case Kind.GATHER, Kind.OUTCOMES -> values.hash(recipe.arguments());
            case Kind.FUSED -> ofSteps(recipe.steps());
            default -> values.hashed(sink -> put(recipe, null, sink));
        };
    }

    /** The same as if each step were a call of its own. */
    private byte[] ofSteps(List<Recipe> steps) {
        byte[] before = null;
        for (Recipe step : steps) {
            byte[] result = before;
            before = values.hashed(sink -> put(step, result, sink));
        }
        return Objects.requireNonNull(before);
    }

    private void put(Recipe call, byte @Nullable [] before, Sink to) {
        to.tag(Tag.CALL).number(WAY).number(call.kind());
        try {
            to.hash(values.functions().of(Objects.requireNonNull(call.function()), call.options()));
        } catch (Unkeyable refused) {
            throw at("it calls ", refused);
        }
        List<@Nullable Object> arguments = call.arguments();
        to.number(arguments.size());
        for (int k = 0; k < arguments.size(); k++) {
            Object argument = arguments.get(k);
            if (Recipe.BEFORE.equals(argument)) {
                to.tag(Tag.HASH).hash(Objects.requireNonNull(before));
            } else {
                put(argument, k + 1, to);
            }
        }
    }

    private void put(@Nullable Object argument, int position, Sink to) {
        try {
            values.put(argument, to);
        } catch (Unkeyable refused) {
            throw at("argument " + position + " is ", refused);
        }
    }

    private static Unkeyable at(String where, Unkeyable refused) {
        return refused.refusal() != null
                ? refused
                : Unkeyable.because(where + refused.getMessage() + "; or leave stored() out.");
    }
}
