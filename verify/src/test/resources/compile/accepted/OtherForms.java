package accepted;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.Task1;

/** The other forms of the design: arguments first, accessors, graphs that grow, a chosen overload. */
class OtherForms {
    record Report(int rows, String title) {}

    record Model(double score) {}

    static class Parsers {
        static int parse(String text) {
            return text.length();
        }

        static int parse(CharSequence text, int radix) {
            return text.length() * radix;
        }

        static int parse(byte[] bytes) {
            return bytes.length;
        }
    }

    static Model retrain(String data) {
        return new Model(1);
    }

    static void run(Delayed<Report> analysis, Delayed<Double> score, Delayed<Void> result, Model model) {
        Delayed<Integer> n = on(analysis, 10).call((report, k) -> report.rows() + k);
        Delayed<Integer> m = on(n, 3).call(Math::max);
        Delayed<Void> p = on(m).run(System.out::println).after(result);
        Delayed<String> f = analysis.then(Report::title);

        var retrain = task(OtherForms::retrain);
        Delayed<Model> g = score.thenDelayed(s -> s > 0.9 ? value(model) : retrain.call("data"));

        Task1<String, Integer> t = Task1.of(Parsers::parse);
        Task1<byte[], Integer> u = Task1.of(Parsers::parse);
    }
}
