package dev.bide.verify.compile;

/** A way to write a lazy call; in the order of the tables' columns. */
enum Shape {
    /** Function first, in one expression. */
    INLINE {
        @Override
        String body(CallPattern pattern, PatternTable table) {
            return "return %s(%s).call(%s);".formatted(table.maker(), pattern.function(), pattern.arguments());
        }
    },

    /** Function first, with the task's type written down. */
    DECLARED {
        @Override
        String body(CallPattern pattern, PatternTable table) {
            String type = pattern.task();
            return "%s task = %s.of(%s); return task.call(%s);"
                    .formatted(type, type.replaceAll("<.*", ""), pattern.function(), pattern.arguments());
        }
    },

    /** Arguments first. */
    ON {
        @Override
        String body(CallPattern pattern, PatternTable table) {
            return "return on(%s).%s(%s);".formatted(pattern.arguments(), table.ending(), pattern.function());
        }
    };

    /** Gives the statements of a method that makes the call and returns it. */
    abstract String body(CallPattern pattern, PatternTable table);
}
