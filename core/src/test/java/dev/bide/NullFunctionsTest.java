package dev.bide;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function that is {@code null} is refused by every verb that takes one, whatever its arity. */
class NullFunctionsTest {
    private static Throwable refusal(Object receiver, Method method, Object... arguments)
            throws IllegalAccessException {
        try {
            throw new AssertionError(method + " took null and gave " + method.invoke(receiver, arguments));
        } catch (InvocationTargetException refused) {
            return refused.getCause();
        }
    }

    private static Method taking(Class<?> of, String name, String parameter) {
        return Arrays.stream(of.getMethods())
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0].getSimpleName().equals(parameter))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void task_null_isRefused(int arity) throws Exception {
        assertNoTask(taking(Bide.class, "task", "Fn" + arity));
        assertNoTask(taking(Bide.class, "action", "Act" + arity));
        assertNoTask(taking(Class.forName("dev.bide.Task" + arity), "of", "Fn" + arity));
        assertNoTask(taking(Class.forName("dev.bide.Action" + arity), "of", "Act" + arity));
    }

    private static void assertNoTask(Method verb) throws IllegalAccessException {
        assertThat(refusal(null, verb, (Object) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the task's function is null");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void on_null_isRefused(int arity) throws Exception {
        Class<?>[] delayed = new Class<?>[arity];
        Arrays.fill(delayed, Delayed.class);
        Object[] values = IntStream.range(0, arity).mapToObj(Bide::value).toArray();
        Object on = Bide.class.getMethod("on", delayed).invoke(null, values);

        for (Method verb :
                new Method[] {taking(on.getClass(), "call", "Fn" + arity), taking(on.getClass(), "run", "Act" + arity)
                }) {
            assertThat(refusal(on, verb, (Object) null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("the function is null");
        }
    }
}
