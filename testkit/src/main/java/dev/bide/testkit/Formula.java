package dev.bide.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a drawn call should give, written down without Bide. Two formulas are two calls, even if they are equal. */
sealed interface Formula {
    /** A value. */
    record Constant(@Nullable Object value) implements Formula {}

    /** A task and its arguments; a procedure gives {@code null}. */
    record Call(int task, boolean procedure, List<Formula> arguments) implements Formula {}

    /** A call of a pure task with lazy arguments and perhaps a plain last one: equal calls may be run once. */
    record Pure(int task, List<Formula> arguments, Optional<Long> plain) implements Formula {}

    /** A list, map, set, ... made of what its parts give. */
    record Shaped(Shape shape, List<Formula> parts) implements Formula {}

    /** A task whose function answers with the formula to go on with. */
    record Grown(int task, Formula on, Function<@Nullable Object, Formula> answer) implements Formula {}

    /** A call like another, made after others. */
    record After(Formula call, List<Formula> others) implements Formula {}

    /** The same formula as another call. */
    default Formula again() {
        if (this instanceof Constant constant) {
            return new Constant(constant.value());
        }
        if (this instanceof Call call) {
            return new Call(call.task(), call.procedure(), call.arguments());
        }
        if (this instanceof Pure pure) {
            return new Pure(pure.task(), pure.arguments(), pure.plain());
        }
        if (this instanceof Shaped shaped) {
            return new Shaped(shaped.shape(), shaped.parts());
        }
        if (this instanceof Grown grown) {
            return new Grown(grown.task(), grown.on(), grown.answer());
        }
        After after = (After) this;
        return new After(after.call().again(), after.others());
    }
}
