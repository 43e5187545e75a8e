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
 * <p>The build runs it with {@code java GenerateArities.java <templates> <output>}; its output is never edited and never
 * committed. A template is ordinary text with {@code $name$} holes: one a file, and the smaller ones for what stands in a file
 * several times.
 */
final class GenerateArities {
    private static final int MAX_ARITY = 8;
    /** Up to this arity every mix of plain and delayed arguments has an overload of its own: 2^n of them. */
    private static final int MAX_MIXED = 4;

    private final Path templates;
    private final Path output;

    private GenerateArities(Path templates, Path output) {
        this.templates = templates;
        this.output = output;
    }

    public static void main(String[] args) throws IOException {
        new GenerateArities(Path.of(args[0]), Path.of(args[1])).writeAll();
    }

    private void writeAll() throws IOException {
        StringBuilder cases = new StringBuilder();
        StringBuilder verbs = new StringBuilder();
        for (int n = 0; n <= MAX_ARITY; n++) {
            write("graph/Fn" + n, fill(template("Fn"), n));
            write("graph/Act" + n, fill(template("Act"), n));
            write("Task" + n, taskFile("Task", n, "R", "Task$n$$typesR$", "Task$n$<>"));
            write("Action" + n, taskFile("Action", n, "@Nullable Void", "Action$n$$types$", "Action$n$$diamond$"));
            if (n > 0) {
                write("On" + n, fill(template("On"), n));
            }
            cases.append(functionCase(n));
            verbs.append(fill(template("task-verbs") + (n == 0 ? "" : onOverloads(n)), n));
        }
        write("graph/Functions", template("Functions").replace("$cases$", cases));
        write("Verbs", template("Verbs").replace("$verbs$", verbs));
    }

    private String template(String name) throws IOException {
        return Files.readString(templates.resolve(name + ".java.template"));
    }

    private void write(String name, String text) throws IOException {
        Path file = output.resolve("dev/bide/" + name + ".java");
        Files.createDirectories(file.getParent());
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    // ---------------------------------------------------------------- files

    private String taskFile(String name, int n, String result, String type, String create) throws IOException {
        boolean function = name.equals("Task");
        String options = (template("options") + template(function ? "fallback" : "fallback-action"))
                .replace("$T$", type)
                .replace("$C$", create);
        String imports = n == 1 ? "" : "import dev.bide.graph." + (function ? "Fn" : "Act") + n + ";\n";
        String text = template(name)
                .replace("$imports$", imports)
                .replace("$calls$", callOverloads(n) + eachOverloads(n))
                .replace("$options$", options)
                .replace("$result$", result);
        return fill(text, n);
    }

    private String functionCase(int n) throws IOException {
        return template("case")
                .replace("$n$", "" + n)
                .replace("$fn$", "Fn" + n + angle(plus(list(n, i -> "Object"), "Object")))
                .replace("$act$", "Act" + n + angle(list(n, i -> "Object")))
                .replace("$args$", commas(list(n, i -> "a[" + (i - 1) + "]")));
    }

    private String callOverloads(int n) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int mix : mixes(n)) {
            text.append(template("call")
                    .replace("$mixParams$", parameters(mix, n))
                    .replace("$mixDocs$", argumentDocs(mix, 1, n, ""))
                    .replace("$mixArgs$", lines(n, i -> ", " + argument(mix, i))));
        }
        return text.toString();
    }

    private String onOverloads(int n) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int mix : mixes(n)) {
            text.append(template("on-verb")
                    .replace("$mixParams$", parameters(mix, n))
                    .replace("$mixDocs$", argumentDocs(mix, 1, n, ""))
                    .replace("$mixArgs$", commas(list(n, i -> argument(mix, i)))));
        }
        return text.toString();
    }

    /** {@code each}: the first argument varies, the others are the same in every call. */
    private String eachOverloads(int n) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int mix : n == 0 ? List.<Integer>of() : mixes(n)) {
            boolean lazy = isDelayed(mix, 1);
            text.append(template("each")
                    .replace("$eachType$", lazy ? "DelayedList<? extends A1>" : "Iterable<? extends A1>")
                    .replace("$element$", lazy ? "Delayed<? extends A1>" : "A1")
                    .replace(
                            "$source$",
                            lazy ? "the lazy list, whose elements vary" : "the elements to call it with, in order")
                    .replace("$restDocs$", argumentDocs(mix, 2, n, ", the same in every call"))
                    .replace("$rest$", lines(n, i -> i == 1 ? "" : ", " + parameter(mix, i)))
                    .replace("$restNames$", lines(n, i -> i == 1 ? "" : ", a" + i)));
        }
        return text.toString();
    }

    // ---------------------------------------------------------------- holes

    private static String fill(String template, int n) {
        return fillDocs(fillTypes(template.replace("$n$", "" + n), n), n)
                .replace("$params$", commas(list(n, i -> "A" + i + " a" + i)))
                .replace("$names$", commas(list(n, i -> "a" + i)))
                .replace("$fields$", lines(n, i -> "    private final @Nullable Object a" + i + ";\n"))
                .replace("$objects$", commas(list(n, i -> "@Nullable Object a" + i)))
                .replace("$assign$", lines(n, i -> "        this.a" + i + " = a" + i + ";\n"))
                .replace("$held$", lines(n, i -> ", a" + i));
    }

    private static String fillTypes(String template, int n) {
        List<String> types = list(n, i -> "A" + i);
        List<String> bounds = list(n, i -> "A" + i + " extends @Nullable Object");
        List<String> wild = list(n, i -> "? super A" + i);
        return template.replace("$types$", angle(types))
                .replace("$typesR$", angle(plus(types, "R")))
                .replace("$bounds$", angle(bounds))
                .replace("$boundsR$", angle(plus(bounds, "R extends @Nullable Object")))
                .replace("$diamond$", n == 0 ? "" : "<>")
                .replace("$wildFn$", "Fn" + n + angle(plus(wild, "? extends R")))
                .replace("$wildAct$", "Act" + n + angle(wild));
    }

    private static String fillDocs(String template, int n) {
        String types = lines(n, i -> " * @param <A" + i + "> type of argument " + i + "\n");
        return template.replace("$count$", n == 0 ? "no argument" : n == 1 ? "one argument" : n + " arguments")
                .replace("$typeDocs$", types)
                .replace("$typeDocsAfterText$", n == 0 ? "" : " *\n" + types)
                .replace("$methodTypeDocs$", types.indent(4))
                .replace("$paramDocs$", lines(n, i -> "     * @param a" + i + " argument " + i + "\n"));
    }

    private static List<String> list(int n, IntFunction<String> each) {
        return IntStream.rangeClosed(1, n).mapToObj(each).collect(Collectors.toList());
    }

    private static String lines(int n, IntFunction<String> each) {
        return String.join("", list(n, each));
    }

    private static String commas(List<String> items) {
        return String.join(", ", items);
    }

    private static List<String> plus(List<String> some, String last) {
        List<String> all = new ArrayList<>(some);
        all.add(last);
        return all;
    }

    private static String angle(List<String> types) {
        return types.isEmpty() ? "" : "<" + commas(types) + ">";
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

    private static String parameters(int mix, int n) {
        return commas(list(n, i -> parameter(mix, i)));
    }

    private static String argument(int mix, int i) {
        return (isDelayed(mix, i) ? "Delayed.argument(a" : "Delayed.plain(a") + i + ", " + i + ")";
    }

    private static String argumentDocs(int mix, int from, int n, String more) {
        return lines(
                n,
                i -> i < from
                        ? ""
                        : "     * @param a" + i + " argument " + i
                                + (isDelayed(mix, i) ? ", a result to wait for" : ", as it is") + more + "\n");
    }
}
