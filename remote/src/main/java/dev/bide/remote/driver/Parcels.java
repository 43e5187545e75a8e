package dev.bide.remote.driver;

import dev.bide.graph.Detached;
import dev.bide.graph.Key;
import dev.bide.graph.Kind;
import dev.bide.graph.Plan;
import dev.bide.internal.run.Home;
import dev.bide.remote.codec.UnencodableException;
import dev.bide.remote.internal.wire.Sharing;
import dev.bide.remote.internal.wire.Spec;
import dev.bide.remote.internal.wire.Tag;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What workers are told of the tasks of one plan: each task's spec, and once what several tasks use. */
final class Parcels {
    private static final int NONE = -1;
    private static final int[] NOTHING = {};

    final Plan plan;
    private final Shares shares;
    private final boolean first;
    private final byte[][] specs;
    private final int[][] used;

    private Parcels(Plan plan, Shares shares, boolean first) {
        this.first = first;
        this.plan = plan;
        this.shares = shares;
        this.specs = new byte[plan.size()][];
        this.used = new int[plan.size()][];
    }

    /**
     * Makes bytes of all that the tasks of a plan are made of.
     *
     * @throws IllegalArgumentException if something cannot be sent
     */
    static Parcels of(Plan plan, Shares shares, boolean first) {
        Parcels parcels = new Parcels(plan, shares, first);
        IdentityHashMap<Object, Integer> uses = parcels.countUses();
        IdentityHashMap<Object, byte[]> plain = new IdentityHashMap<>();
        for (int task = 0; task < plan.size(); task++) {
            parcels.used[task] = NOTHING;
            if (parcels.isRunByWorkers(task)) {
                parcels.pack(task, uses, plain);
            }
        }
        return parcels;
    }

    private boolean isRunByWorkers(int task) {
        return !plan.imported(task) && !plan.resumed(task) && !(first && task == plan.root() && plan.gathers(task));
    }

    private IdentityHashMap<Object, Integer> countUses() {
        IdentityHashMap<Object, Integer> uses = new IdentityHashMap<>();
        for (int task = 0; task < plan.size(); task++) {
            Object function = Detached.functionOf(plan.node(task));
            if (function != null) {
                uses.merge(function, 1, Integer::sum);
            }
        }
        return uses;
    }

    private void pack(int task, IdentityHashMap<Object, Integer> uses, IdentityHashMap<Object, byte[]> plain) {
        try {
            Detached call = Detached.of(plan.node(task));
            Object function = call.functions().size() == 1 ? call.functions().get(0) : null;
            if (function instanceof Home<?>) {
                specs[task] = home(call);
                return;
            }
            boolean expands = call.kind() == Kind.EXPAND;
            if (function == null || uses.getOrDefault(function, 0) < 2) {
                specs[task] = spec(call, NONE, expands);
                used[task] = shares.sharing().used();
                return;
            }
            int[] called = shares.share(function, expands);
            boolean isPlain = call.hasOnlyHoles() && call.details().isEmpty();
            byte[] known = isPlain ? plain.get(function) : null;
            specs[task] = known != null ? known : spec(call, called[0], expands);
            used[task] = Shares.with(called, shares.sharing().used());
            if (isPlain) {
                plain.put(function, specs[task]);
            }
        } catch (UnencodableException refused) {
            throw new IllegalArgumentException(refusal(task, refused.getMessage()), refused);
        }
    }

    private byte[] spec(Detached call, int shared, boolean expands) {
        Sharing sharing = shares.sharing();
        return Spec.of(sharing, call, any -> shared, function -> shares.pack(function, expands, sharing));
    }

    /** The driver calls the function itself, with the argument that the worker sends. */
    private byte[] home(Detached call) {
        Detached argument = Detached.of(Tag.HOME_KIND, List.of(), call.arguments(), List.of());
        return Spec.of(Sharing.none(shares.codec()), argument, any -> NONE, any -> new byte[0]);
    }

    private String refusal(int task, @Nullable String why) {
        Key key = plan.key(task);
        Object site = plan.callSite(task) == null ? plan.taskSite(task) : plan.callSite(task);
        return "task " + key + (site == null ? "" : ", called at " + site) + ": " + why;
    }

    byte[] spec(int task) {
        return specs[task];
    }

    /** The numbers of what the task uses and others too. */
    int[] usedBy(int task) {
        return used[task];
    }
}
