package dev.bide.store;

import org.jspecify.annotations.Nullable;

/** Thrown where something has no content that a key could be made of. Has no stack trace: it is caught a few calls up. */
final class Unkeyable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Refusal refusal;

    private Unkeyable(String what, @Nullable Refusal refusal) {
        super(what, null, false, false);
        this.refusal = refusal;
    }

    /** Something is wrong here. */
    static Unkeyable because(String what) {
        return new Unkeyable(what, null);
    }

    /** Something is wrong with what is needed. */
    static Unkeyable because(Refusal needed) {
        return new Unkeyable(needed.what(), needed);
    }

    static Unkeyable noContent(Class<?> type) {
        return because("a " + type.getTypeName() + ", of which Bide cannot tell whether it is the same in another run."
                + " Pass numbers, strings, enums, records, collections, files or Serializable objects");
    }

    @Nullable
    Refusal refusal() {
        return refusal;
    }
}
