package dev.bide.benchmarks.shapes;

import java.util.List;

/**
 * What every task gives: an object of its own, so that no compiler can leave the work out, with a digest of all that
 * went into it. The root's digest is right only if every task ran, on the right inputs.
 *
 * @param digest the digest
 */
record Value(long digest) {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    static Value leaf(Value input) {
        return result(input.digest * MIX + 1);
    }

    static Value one(Value a) {
        return result((a.digest ^ a.digest >>> 29) * MIX + 2);
    }

    static Value two(Value a, Value b) {
        return result((a.digest * 31 + b.digest) * MIX + 3);
    }

    static Value three(Value a, Value b, Value c) {
        return result(((a.digest * 31 + b.digest) * 31 + c.digest) * MIX + 4);
    }

    static Value all(List<Value> values) {
        long sum = 5;
        for (Value value : values) {
            sum = sum * 31 + value.digest;
        }
        return result(sum * MIX);
    }

    private static Value result(long digest) {
        return new Value(Payload.of(digest));
    }
}
