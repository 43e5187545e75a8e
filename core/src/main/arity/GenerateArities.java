import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the files that differ only in the number of arguments: {@code Fn0..Fn8}, {@code Act0..Act8}, {@code Task0..Task8},
 * {@code Action0..Action8}, {@code On1..On8} and the verbs {@code task}, {@code action} and {@code on}.
 *
 * <p>The build runs it with {@code java GenerateArities.java <output folder>}; its output is never edited and never
 * committed. Each template below is ordinary text with {@code $name$} holes.
 */
final class GenerateArities {
    private static final int MAX_ARITY = 8;
    /** Up to this arity every mix of plain and delayed arguments has an overload of its own: 2^n of them. */
    private static final int MAX_MIXED = 4;

    private final Path folder;

    private GenerateArities(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        new GenerateArities(Path.of(args[0])).writeAll();
    }

    private void writeAll() throws IOException {
        for (int n = 0; n <= MAX_ARITY; n++) {
            write("graph/Fn" + n, FN, n);
            write("graph/Act" + n, ACT, n);
            write(
                    "Task" + n,
                    TASK.replace("$calls$", callOverloads(n) + eachOverloads(n)).replace("$result$", "R"),
                    n);
            write(
                    "Action" + n,
                    ACTION.replace("$calls$", callOverloads(n) + eachOverloads(n))
                            .replace("$result$", "@Nullable Void"),
                    n);
            if (n > 0) {
                write("On" + n, ON, n);
            }
        }
        write(
                "graph/Functions",
                FUNCTIONS.replace(
                        "$cases$",
                        IntStream.rangeClosed(0, MAX_ARITY)
                                .mapToObj(GenerateArities::cases)
                                .collect(Collectors.joining())),
                0);
        write(
                "Verbs",
                VERBS.replace(
                        "$verbs$",
                        IntStream.rangeClosed(0, MAX_ARITY)
                                .mapToObj(n -> fill(n == 0 ? TASK_VERBS : TASK_VERBS + onOverloads(n), n))
                                .collect(Collectors.joining())),
                0);
    }

    private void write(String name, String template, int n) throws IOException {
        Path file = folder.resolve("dev/bide/" + name + ".java");
        Files.createDirectories(file.getParent());
        String text = fill(template, n);
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    // ---------------------------------------------------------------- holes

    private static String fill(String template, int n) {
        return template.replace("$n$", "" + n)
                .replace("$count$", n == 0 ? "no argument" : n == 1 ? "one argument" : n + " arguments")
                .replace("$types$", angle(types(n, i -> "A" + i)))
                .replace("$typesR$", angle(plus(types(n, i -> "A" + i), "R")))
                .replace("$bounds$", angle(types(n, GenerateArities::bound)))
                .replace("$boundsR$", angle(plus(types(n, GenerateArities::bound), "R extends @Nullable Object")))
                .replace(
                        "$typeDocs$",
                        types(n, i -> " * @param <A" + i + "> type of argument " + i + "\n").stream()
                                .collect(Collectors.joining()))
                .replace(
                        "$typeDocsAfterText$",
                        n == 0
                                ? ""
                                : " *\n"
                                        + types(n, i -> " * @param <A" + i + "> type of argument " + i + "\n").stream()
                                                .collect(Collectors.joining()))
                .replace("$diamond$", n == 0 ? "" : "<>")
                .replace(
                        "$methodTypeDocs$",
                        types(n, i -> "     * @param <A" + i + "> type of argument " + i + "\n").stream()
                                .collect(Collectors.joining()))
                .replace(
                        "$paramDocs$",
                        types(n, i -> "     * @param a" + i + " argument " + i + "\n").stream()
                                .collect(Collectors.joining()))
                .replace("$wildFn$", "Fn" + n + angle(plus(types(n, i -> "? super A" + i), "? extends R")))
                .replace("$wildAct$", "Act" + n + angle(types(n, i -> "? super A" + i)))
                .replace("$params$", String.join(", ", types(n, i -> "A" + i + " a" + i)))
                .replace("$names$", String.join(", ", types(n, i -> "a" + i)))
                .replace(
                        "$fields$",
                        types(n, i -> "    private final @Nullable Object a" + i + ";\n").stream()
                                .collect(Collectors.joining()))
                .replace("$objects$", String.join(", ", types(n, i -> "@Nullable Object a" + i)))
                .replace(
                        "$assign$",
                        types(n, i -> "        this.a" + i + " = a" + i + ";\n").stream()
                                .collect(Collectors.joining()))
                .replace("$held$", n == 0 ? "" : ", " + String.join(", ", types(n, i -> "a" + i)));
    }

    private static String bound(int i) {
        return "A" + i + " extends @Nullable Object";
    }

    private static List<String> types(int n, IntFunction<String> each) {
        return IntStream.rangeClosed(1, n).mapToObj(each).collect(Collectors.toList());
    }

    private static List<String> plus(List<String> some, String last) {
        List<String> all = new ArrayList<>(some);
        all.add(last);
        return all;
    }

    private static String angle(List<String> types) {
        return types.isEmpty() ? "" : "<" + String.join(", ", types) + ">";
    }

    // ---------------------------------------------------------------- plain and delayed arguments

    /** The mixes of plain (0) and delayed (1) arguments that an arity offers, as bit sets. */
    private static List<Integer> mixes(int n) {
        int all = (1 << n) - 1;
        return n <= MAX_MIXED ? IntStream.rangeClosed(0, all).boxed().collect(Collectors.toList()) : List.of(all);
    }

    private static boolean isDelayed(int mix, int i) {
        return (mix >> (i - 1) & 1) == 1;
    }

    private static String parameter(int mix, int i) {
        return (isDelayed(mix, i) ? "Delayed<? extends A" + i + ">" : "A" + i) + " a" + i;
    }

    private static String parameters(int mix, int from, int n) {
        return IntStream.rangeClosed(from, n).mapToObj(i -> parameter(mix, i)).collect(Collectors.joining(", "));
    }

    private static String argument(int mix, int i) {
        return isDelayed(mix, i) ? "Delayed.argument(a" + i + ", " + i + ")" : "Delayed.plain(a" + i + ", " + i + ")";
    }

    private static String arguments(int mix, int n) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(i -> ", " + argument(mix, i))
                .collect(Collectors.joining());
    }

    private static String argumentDocs(int mix, int n) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(i -> "     * @param a" + i + " argument " + i
                        + (isDelayed(mix, i) ? ", a result to wait for" : ", as it is") + "\n")
                .collect(Collectors.joining());
    }

    private static String cases(int n) {
        String arguments = IntStream.range(0, n).mapToObj(i -> "a[" + i + "]").collect(Collectors.joining(", "));
        String wild = angle(types(n, i -> "Object"));
        return CASE.replace("$n$", "" + n)
                .replace("$fn$", "Fn" + n + angle(plus(types(n, i -> "Object"), "Object")))
                .replace("$act$", "Act" + n + wild)
                .replace("$args$", arguments);
    }

    private static String callOverloads(int n) {
        StringBuilder text = new StringBuilder();
        for (int mix : mixes(n)) {
            text.append(CALL.replace("$mixParams$", parameters(mix, 1, n))
                    .replace("$mixDocs$", argumentDocs(mix, n))
                    .replace("$mixArgs$", arguments(mix, n)));
        }
        return text.toString();
    }

    private static String onOverloads(int n) {
        StringBuilder text = new StringBuilder();
        for (int mix : mixes(n)) {
            text.append(ON_VERB.replace("$mixParams$", parameters(mix, 1, n))
                    .replace("$mixDocs$", argumentDocs(mix, n))
                    .replace("$mixArgs$", arguments(mix, n).substring(2)));
        }
        return text.toString();
    }

    /** {@code each}: the first argument varies, the others are the same in every call. */
    private static String eachOverloads(int n) {
        StringBuilder text = new StringBuilder();
        if (n == 0) {
            return "";
        }
        for (int mix : mixes(n)) {
            boolean list = isDelayed(mix, 1);
            String rest = IntStream.rangeClosed(2, n)
                    .mapToObj(i -> ", " + parameter(mix, i))
                    .collect(Collectors.joining());
            String restNames =
                    IntStream.rangeClosed(2, n).mapToObj(i -> ", a" + i).collect(Collectors.joining());
            String docs = argumentDocs(mix, n)
                    .lines()
                    .skip(1)
                    .map(line -> line + ", the same in every call\n")
                    .collect(Collectors.joining());
            text.append(EACH.replace("$eachType$", list ? "DelayedList<? extends A1>" : "Iterable<? extends A1>")
                    .replace("$element$", list ? "Delayed<? extends A1>" : "A1")
                    .replace(
                            "$source$",
                            list ? "the lazy list, whose elements vary" : "the elements to call it with, in order")
                    .replace("$restDocs$", docs)
                    .replace("$rest$", rest)
                    .replace("$restNames$", restNames));
        }
        return text.toString();
    }

    // ---------------------------------------------------------------- templates

    private static final String FN = """
            package dev.bide.graph;

            import java.io.Serializable;
            import org.jspecify.annotations.Nullable;

            /**
             * A function of $count$ that may throw anything: what a task calls.
             *
             * <p>It is {@link Serializable} so that it can travel to another JVM and so that its name can be read from a
             * method reference. It may be called from any thread, and from several at once.
             *
            $typeDocs$ * @param <R> type of the result
             */
            @FunctionalInterface
            public interface Fn$n$$boundsR$ extends Serializable {
                /**
                 * Calls the function.
                 *
            $paramDocs$     * @return the result; {@code null} is a value
                 * @throws Exception whatever the function throws; it becomes the cause of the task's failure
                 */
                R apply($params$) throws Exception;
            }
            """;

    private static final String ACT = """
            package dev.bide.graph;

            import java.io.Serializable;
            import org.jspecify.annotations.Nullable;

            /**
             * A procedure of $count$ that may throw anything: what an action calls for its effect.
             *
             * <p>It is {@link Serializable} so that it can travel to another JVM and so that its name can be read from a
             * method reference. It may be called from any thread, and from several at once.
             *
            $typeDocs$ */
            @FunctionalInterface
            public interface Act$n$$bounds$ extends Serializable {
                /**
                 * Does the work.
                 *
            $paramDocs$     * @throws Exception whatever the procedure throws; it becomes the cause of the task's failure
                 */
                void run($params$) throws Exception;
            }
            """;

    private static final String TASK = """
            package dev.bide;

            import dev.bide.graph.Fn$n$;
            import dev.bide.graph.Task;
            import dev.bide.graph.TaskOptions;
            import org.jspecify.annotations.Nullable;

            /**
             * A function of $count$ with its options, ready to be called lazily.
             *
             * <p>Immutable and safe to share between threads. Each {@code call} adds one node to a graph in O(1) and runs
             * nothing. An argument may be plain or delayed; a {@code Delayed} inside a plain list, map, set, array,
             * {@code Optional} or record is found and waited for, at a cost of O(size) unless it is passed through
             * {@link Bide#value}.
             *
            $typeDocs$ * @param <R> type of the result
             */
            public final class Task$n$$boundsR$ extends Task {
                Task$n$(Fn$n$$typesR$ function, TaskOptions options) {
                    super($n$, function, options);
                }

                private Task$n$(Task task, TaskOptions options) {
                    super(task, options);
                }

                /**
                 * Makes a task of a function; the declared type picks the overload of a method reference.
                 *
            $methodTypeDocs$     * @param <R> type of the result
                 * @param function what to call
                 * @return the task, with no options
                 */
                public static $boundsR$ Task$n$$typesR$ of(Fn$n$$typesR$ function) {
                    return new Task$n$<>(function, TaskOptions.NONE);
                }

            $calls$$options$}
            """.replace("$options$", options("Task$n$$typesR$", "Task$n$<>"));

    private static final String ACTION = """
            package dev.bide;

            import dev.bide.graph.Act$n$;
            import dev.bide.graph.Kind;
            import dev.bide.graph.Task;
            import dev.bide.graph.TaskOptions;
            import org.jspecify.annotations.Nullable;

            /**
             * A procedure of $count$ with its options, ready to be called lazily for its effect; its result is {@code null}.
             *
             * <p>Immutable and safe to share between threads. Each {@code call} adds one node to a graph in O(1) and runs
             * nothing. Arguments are treated as a {@link Task$n$} treats them.
            $typeDocsAfterText$ */
            public final class Action$n$$bounds$ extends Task {
                Action$n$(Act$n$$types$ procedure, TaskOptions options) {
                    super(Kind.ACT + $n$, procedure, options);
                }

                private Action$n$(Task task, TaskOptions options) {
                    super(task, options);
                }

                /**
                 * Makes a task of a procedure; the declared type picks the overload of a method reference.
                 *
            $methodTypeDocs$     * @param procedure what to do
                 * @return the task, with no options
                 */
                public static $bounds$ Action$n$$types$ of(Act$n$$types$ procedure) {
                    return new Action$n$$diamond$(procedure, TaskOptions.NONE);
                }

            $calls$$options$}
            """.replace("$options$", options("Action$n$$types$", "Action$n$$diamond$"));

    private static String options(String type, String create) {
        return """
                    /**
                     * Gives this task with another name, which errors, pictures and keys show.
                     *
                     * @param name the name, not empty
                     * @return a task like this one
                     */
                    public $T$ named(String name) {
                        return new $C$(this, options().named(name));
                    }

                    /**
                     * Gives this task with at most {@code retries} more attempts after one that throws an {@code Exception}.
                     *
                     * @param retries how many more attempts, not negative
                     * @return a task like this one
                     */
                    public $T$ retry(int retries) {
                        return new $C$(this, options().retry(retries));
                    }

                    /**
                     * Gives this task with the promise that equal arguments give equal results and nothing else happens, so
                     * that equal calls in one graph may be run once.
                     *
                     * @return a task like this one
                     */
                    public $T$ pure() {
                        return new $C$(this, options().asPure());
                    }
                """.replace("$T$", type).replace("$C$", create).indent(0);
    }

    private static final String CALL = """
                /**
                 * Calls lazily: nothing runs until the result is asked for. O(1).
                 *
            $mixDocs$     * @return the result to be
                 */
                public Delayed<$result$> call($mixParams$) {
                    return Delayed.call(kind(), this$mixArgs$);
                }

            """;

    private static final String EACH = """
                /**
                 * Calls lazily once for each element. O(number of elements).
                 *
                 * @param each $source$
            $restDocs$     * @return the results to be, in the same order
                 */
                public DelayedList<$result$> each($eachType$ each$rest$) {
                    java.util.List<Delayed<$result$>> calls = new java.util.ArrayList<>();
                    for ($element$ a1 : Delayed.elements(each)) {
                        calls.add(call(a1$restNames$));
                    }
                    return DelayedList.of(calls);
                }

            """;

    private static final String ON = """
            package dev.bide;

            import dev.bide.graph.Act$n$;
            import dev.bide.graph.Fn$n$;
            import dev.bide.graph.Kind;
            import org.jspecify.annotations.Nullable;

            /**
             * $count$ waiting for the function to call them with: the first half of {@code on(..).call(f)}.
             *
             * <p>Immutable. With the arguments first, the types of a lambda and the overload of a method reference are inferred.
             *
            $typeDocs$ */
            public final class On$n$$bounds$ {
            $fields$
                On$n$($objects$) {
            $assign$    }

                /**
                 * Calls the function lazily: nothing runs until the result is asked for. O(1).
                 *
                 * @param <R> type of the result
                 * @param function what to call
                 * @return the result to be
                 */
                public <R extends @Nullable Object> Delayed<R> call($wildFn$ function) {
                    return Delayed.call($n$, Delayed.function(function)$held$);
                }

                /**
                 * Calls the procedure lazily, for its effect: nothing runs until the result is asked for. O(1).
                 *
                 * @param procedure what to do
                 * @return the effect to be; its result is {@code null}
                 */
                public Delayed<@Nullable Void> run($wildAct$ procedure) {
                    return Delayed.call(Kind.ACT + $n$, Delayed.function(procedure)$held$);
                }
            }
            """;

    private static final String VERBS = """
            package dev.bide;

            import dev.bide.graph.*;
            import org.jspecify.annotations.Nullable;

            /** The verbs of {@link Bide} that exist once for each number of arguments. */
            abstract sealed class Verbs permits Bide {
                Verbs() {}

            $verbs$}
            """;

    private static final String CASE = """
                        case $n$ -> {
                            return (($fn$) function).apply($args$);
                        }
                        case Kind.ACT + $n$ -> (($act$) function).run($args$);
            """;

    private static final String FUNCTIONS = """
            package dev.bide.graph;

            import org.jspecify.annotations.Nullable;

            /** Calls a function of any number of arguments with arguments in an array. */
            public final class Functions {
                private Functions() {}

                /**
                 * Calls {@code function} with {@code a}.
                 *
                 * @param kind the number of arguments, plus {@link Kind#ACT} for a procedure
                 * @param function an {@code Fn} or {@code Act} of that many arguments
                 * @param a the arguments
                 * @return the function's result, {@code null} for a procedure
                 * @throws Exception whatever the function throws
                 */
                @SuppressWarnings({"unchecked", "NullAway"})
                public static @Nullable Object apply(int kind, Object function, @Nullable Object... a) throws Exception {
                    switch (kind) {
            $cases$            default -> throw new AssertionError("no function has kind " + kind);
                    }
                    return null;
                }
            }
            """;

    private static final String TASK_VERBS = """
                /**
                 * Makes a task of a function of $count$.
                 *
            $methodTypeDocs$     * @param <R> type of the result
                 * @param function what to call, often a method reference
                 * @return the task; calling it runs nothing
                 */
                public static $boundsR$ Task$n$$typesR$ task(Fn$n$$typesR$ function) {
                    return Task$n$.of(function);
                }

                /**
                 * Makes a task of a procedure of $count$, called for its effect.
                 *
            $methodTypeDocs$     * @param procedure what to do, often a reference to a void method
                 * @return the task; calling it runs nothing
                 */
                public static $bounds$ Action$n$$types$ action(Act$n$$types$ procedure) {
                    return Action$n$.of(procedure);
                }

            """;

    private static final String ON_VERB = """
                /**
                 * Takes $count$ first, so that the function's types are inferred.
                 *
            $methodTypeDocs$$mixDocs$     * @return the arguments, to be followed by {@code call} or {@code run}
                 */
                public static $bounds$ On$n$$types$ on($mixParams$) {
                    return new On$n$<>($mixArgs$);
                }

            """;
}
