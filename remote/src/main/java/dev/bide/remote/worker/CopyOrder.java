package dev.bide.remote.worker;

import dev.bide.remote.internal.wire.Tag;
import dev.bide.remote.internal.wire.Writer;
import org.jspecify.annotations.Nullable;

/** Results that the driver wants copied to this worker. Written under the lock of {@link Requests}. */
final class CopyOrder implements Requests.Taker {
    private final Post post;
    private final long number;
    private final long[] keys;
    private final boolean[] missing;
    private int count;

    CopyOrder(Post post, long number, long... keys) {
        this.post = post;
        this.number = number;
        this.keys = keys;
        this.missing = new boolean[keys.length];
    }

    @Override
    public void take(int index, @Nullable Kept result) {
        if (result == null) {
            missing[index] = true;
            count++;
        }
    }

    @Override
    public void ready() {
        Writer out = new Writer().octet(Tag.COPIED).number(number).number(count);
        for (int i = 0; i < keys.length; i++) {
            if (missing[i]) {
                out.number(KeptRun.task(keys[i]));
            }
        }
        post.toDriver(out.buffer());
    }
}
