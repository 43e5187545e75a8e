package dev.bide.graph;

import java.io.Serializable;
import java.lang.StackWalker.StackFrame;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the user's program: where a task was made, or called.
 *
 * <p>Finding it is a stack walk of about a microsecond; its text is made only when somebody asks.
 */
@SuppressWarnings("serial") // both ends have the same classes
public final class CallSite implements Serializable {
    /** How many calls of one task have their lines taken, unless {@code -Dbide.lines=all} asks for every one. */
    static final int LINES_PER_TASK = 100;

    private static final boolean ALL_LINES = "all".equals(System.getProperty("bide.lines"));
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final ClassValue<Boolean> BELONGS_TO_USER = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return !isPlatform(type) && !isBide(type);
        }
    };

    private final transient StackFrame frame;

    private CallSite(StackFrame frame) {
        this.frame = frame;
    }

    /** What travels of a line. */
    private record Sent(StackTraceElement line) implements Serializable {
        Object readResolve() {
            return of(line);
        }
    }

    private Object writeReplace() {
        return new Sent(line());
    }

    /** A line that another JVM has told of. */
    private record Told(StackTraceElement line) implements StackFrame {
        @Override
        public String getClassName() {
            return line.getClassName();
        }

        @Override
        public String getMethodName() {
            return line.getMethodName();
        }

        @Override
        public Class<?> getDeclaringClass() {
            throw new UnsupportedOperationException("a class of another JVM");
        }

        @Override
        public int getByteCodeIndex() {
            return -1;
        }

        @Override
        public @Nullable String getFileName() {
            return line.getFileName();
        }

        @Override
        public int getLineNumber() {
            return line.getLineNumber();
        }

        @Override
        public boolean isNativeMethod() {
            return false;
        }

        @Override
        public StackTraceElement toStackTraceElement() {
            return line;
        }
    }

    /**
     * Makes a line of what another JVM told.
     *
     * @param line the line
     * @return it
     */
    public static CallSite of(StackTraceElement line) {
        return new CallSite(new Told(line));
    }

    /**
     * Gives the line as data.
     *
     * @return what {@link #of} takes
     */
    public StackTraceElement line() {
        return frame.toStackTraceElement();
    }

    static @Nullable CallSite here() {
        return WALKER.walk(new FirstOfUser());
    }

    /** A class and no lambdas: the first calls of a program wait for it, and each lambda costs them a class made on the fly. */
    private static final class FirstOfUser
            implements Function<Stream<StackFrame>, @Nullable CallSite>, Predicate<StackFrame> {
        @Override
        public @Nullable CallSite apply(Stream<StackFrame> frames) {
            StackFrame found = frames.filter(this).findFirst().orElse(null);
            return found == null ? null : new CallSite(found);
        }

        @Override
        public boolean test(StackFrame frame) {
            return BELONGS_TO_USER.get(frame.getDeclaringClass());
        }
    }

    /** Whether a class is the JDK's. */
    static boolean isPlatform(Class<?> type) {
        String module = type.getModule().getName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }

    /** The same jar and a package of Bide's: a user's class in one big jar with Bide, or a test in Bide's package, is neither. */
    private static boolean isBide(Class<?> type) {
        String name = type.getPackageName();
        boolean packaged = name.equals("dev.bide") || name.startsWith("dev.bide.");
        return packaged && sameSource(type, CallSite.class);
    }

    private static boolean sameSource(Class<?> one, Class<?> other) {
        var source = one.getProtectionDomain().getCodeSource();
        return source == null || source.equals(other.getProtectionDomain().getCodeSource());
    }

    /**
     * Gives file and line, as in {@code Pipeline.java:24}.
     *
     * @return the short form
     */
    public String fileAndLine() {
        return frame.getFileName() == null ? frame.getClassName() : frame.getFileName() + ":" + frame.getLineNumber();
    }

    /** Shows the line as a stack trace does, so that tools make it a link: {@code com.acme.Pipeline.main(Pipeline.java:24)}. */
    @Override
    public String toString() {
        return frame.getClassName() + "." + frame.getMethodName() + "(" + fileAndLine() + ")";
    }

    /** Takes the line of the first calls of a task and leaves the others, so that a call stays cheap. */
    @SuppressWarnings("serial") // both ends have the same classes
    static final class Budget implements Serializable {
        private int left = LINES_PER_TASK;

        @Nullable
        CallSite next() {
            if (left <= 0 && !ALL_LINES) {
                return null;
            }
            left--;
            return here();
        }
    }
}
