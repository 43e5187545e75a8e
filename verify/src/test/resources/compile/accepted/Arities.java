package accepted;

import static dev.bide.Bide.*;

import dev.bide.*;

/** From no argument to eight, as tasks, as actions and with the arguments first. */
class Arities {
    static final Delayed<Integer> d = value(1);

    static int f0() {
        return 0;
    }

    static int f1(int a) {
        return 1;
    }

    static int f2(int a, int b) {
        return 2;
    }

    static int f3(int a, int b, int c) {
        return 3;
    }

    static int f4(int a, int b, int c, int d) {
        return 4;
    }

    static int f5(int a, int b, int c, int d, int e) {
        return 5;
    }

    static int f6(int a, int b, int c, int d, int e, int f) {
        return 6;
    }

    static int f7(int a, int b, int c, int d, int e, int f, int g) {
        return 7;
    }

    static int f8(int a, int b, int c, int d, int e, int f, int g, int h) {
        return 8;
    }

    static void tasks() {
        Delayed<Integer> none = task(Arities::f0).call();
        Delayed<Integer> lambda = task(() -> 1).call();
        Delayed<Integer> one = task(Arities::f1).call(1);
        Delayed<Integer> two = task(Arities::f2).call(1, d);
        Delayed<Integer> three = task(Arities::f3).call(1, d, 3);
        Delayed<Integer> four = task(Arities::f4).call(d, 2, d, 4);
        Delayed<Integer> five = task(Arities::f5).call(d, value(2), d, d, d);
        Delayed<Integer> six = task(Arities::f6).call(d, value(2), d, d, d, d);
        Delayed<Integer> seven = task(Arities::f7).call(d, value(2), d, d, d, d, d);
        Delayed<Integer> eight = task(Arities::f8).call(d, value(2), d, d, d, d, d, d);
    }

    static void actions() {
        Delayed<Void> none = action(Arities::f0).call();
        Delayed<Void> lambda = action(() -> System.out.println()).call();
        Delayed<Void> one = action(Arities::f1).call(1);
        Delayed<Void> two = action(Arities::f2).call(1, d);
        Delayed<Void> three = action(Arities::f3).call(1, d, 3);
        Delayed<Void> four = action(Arities::f4).call(d, 2, d, 4);
        Delayed<Void> five = action(Arities::f5).call(d, value(2), d, d, d);
        Delayed<Void> six = action(Arities::f6).call(d, value(2), d, d, d, d);
        Delayed<Void> seven = action(Arities::f7).call(d, value(2), d, d, d, d, d);
        Delayed<Void> eight = action(Arities::f8).call(d, value(2), d, d, d, d, d, d);
    }

    static void argumentsFirst() {
        Delayed<Integer> one = on(1).call(Arities::f1);
        Delayed<Integer> two = on(1, d).call((a, b) -> a + b);
        Delayed<Integer> three = on(1, d, 3).call((a, b, c) -> a + b + c);
        Delayed<Integer> four = on(d, 2, d, 4).call(Arities::f4);
        Delayed<Integer> five = on(d, value(2), d, d, d).call(Arities::f5);
        Delayed<Integer> six = on(d, value(2), d, d, d, d).call(Arities::f6);
        Delayed<Integer> seven = on(d, value(2), d, d, d, d, d).call(Arities::f7);
        Delayed<Void> eight = on(d, value(2), d, d, d, d, d, d).run(Arities::f8);
    }

    static void declared() {
        Task0<Long> none = Task0.of(System::nanoTime);
        Task1<Double, Double> one = Task1.of(Math::abs);
        Task2<Long, Long, Long> two = Task2.of(Math::max);
        Task3<Integer, Integer, Integer, Integer> three = Task3.of(Arities::f3);
        Action0 effect = Action0.of(Arities::f0);
        Action1<Object> show = Action1.of(System.out::println);
        Action2<String, Object[]> format = Action2.of(System.out::printf);
    }
}
