package dev.bide.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Small graphs on which the order matters, each with what is hard about it. Dependencies are drawn below what needs them. */
class OrderingTest {

    private static final int SHUFFLES = 20;

    private static void assertPeak(Sample sample, int expected) {
        assertThat(Optimum.of(sample)).as("the lowest peak there is").isEqualTo(expected);
        assertThat(sample.peak()).as("peak as drawn").isEqualTo(expected);
        for (long seed = 0; seed < SHUFFLES; seed++) {
            assertThat(sample.shuffled(new Random(seed)).peak())
                    .as("peak, seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    /*
     *        total
     *       /     \
     *    deep     shallow
     *    / \          \
     *   d   e          s
     *  /|   |\
     * a b   f g
     *
     * Running s first keeps it alive all through the deep side: the neediest side must come first.
     */
    @Test
    void order_unevenReduction_runsTheNeediestSideFirst() {
        assertPeak(Sample.drawn("total <- shallow deep", "shallow <- s", "deep <- d e", "d <- a b", "e <- f g"), 3);
    }

    /*
     *  u1   u2   v1   v2
     *    \  /      \  /
     *     u         v        w    x
     *      \________|________|___/
     *               |
     *              src
     *
     * Each branch of a fan-out should be through before the next is begun, and what nobody needs is never in the way. The
     * last of the branches lets src go.
     */
    @Test
    void order_fanOutWithBranches_finishesABranchBeforeTheNext() {
        assertPeak(
                Sample.drawn(
                        "u <- src", "v <- src", "w <- src", "x <- src", "u1 <- u", "u2 <- u", "v1 <- v", "v2 <- v"),
                2);
    }

    /*
     *  join1  join2  join3  join4
     *  /  \   /  \   /  \   /  \
     * a    b     c      d      e        (a feeds join1, e feeds join4, the others two each)
     *
     * Neighbours share: a walk from one end to the other keeps two results alive, one that jumps keeps more.
     */
    @Test
    void order_neighboursShareSources_walksFromOneEnd() {
        assertPeak(Sample.drawn("join2 <- b c", "join4 <- d e", "join1 <- a b", "join3 <- c d"), 2);
    }

    /*
     *   left        right
     *   /  \        /   \
     *  p    q      r     s
     *  |\   |\    /|    /|
     *  a b  c d  a b'  c d'       p, r share a and b; q, s share c and d
     *
     * Two reductions over the same sources, grouped alike: to finish one before the other keeps all four
     * sources alive beside it, to advance both by turns only two at a time.
     */
    @Test
    void order_twoReductionsOverTheSameSources_advancesBothTogether() {
        assertPeak(Sample.drawn("left <- p q", "right <- r s", "p <- a b", "r <- a b", "q <- c d", "s <- c d"), 5);
    }

    /*
     *  out1   out2   out3
     *   | \  / | \  / |
     *   |  \/  |  \/  |        out i needs its own split of file A and of file B
     *  A1 B1  A2 B2  A3 B3
     *    \_\____|_|____/ /
     *        A       B
     *
     * Two files cut in three, put together piece by piece. Cutting one file whole before the other is opened keeps three
     * pieces, a file and a piece of it; cutting both by turns keeps two files and a piece of each.
     */
    @Test
    void order_filesCutAndPutTogether_cutsByTurns() {
        assertPeak(
                Sample.drawn(
                        "out1 <- A1 B1",
                        "out2 <- A2 B2",
                        "out3 <- A3 B3",
                        "A1 <- A",
                        "A2 <- A",
                        "A3 <- A",
                        "B1 <- B",
                        "B2 <- B",
                        "B3 <- B"),
                4);
    }

    /*
     *  n1   n2   n3
     *  | \ / | \ /|          n i needs x i and the mean
     *  |  mean    |
     *  | / |  \   |
     *  x1  x2   x3
     *
     * All x are needed twice, before and after the mean: nothing helps, and nothing may cost more.
     */
    @Test
    void order_normalisation_keepsAllOnce() {
        assertPeak(Sample.drawn("n1 <- x1 mean", "n2 <- x2 mean", "n3 <- x3 mean", "mean <- x1 x2 x3"), 4);
    }

    /*
     *  o1  o2  o3  o4      rows of two, columns of two:
     *  each needs one row and one column      o1 = r1 c1, o2 = r1 c2, o3 = r2 c1, o4 = r2 c2
     *
     * A cycle of sharing: wherever it is cut, two loose ends are alive until it closes. All tasks of a row look alike from
     * where they stand, so only what has run tells them apart.
     */
    @Test
    void order_outerProduct_goesRoundTheCycle() {
        assertPeak(Sample.drawn("o1 <- r1 c1", "o2 <- r1 c2", "o3 <- r2 c1", "o4 <- r2 c2"), 3);
    }

    /*
     *  t - t - t - t        each t needs the one before it and a side input of its own,
     *  |   |   |   |        which takes two steps to make
     *  s   s   s   s
     *  b   b   b   b
     *
     * Side inputs made ahead of time pile up: each is wanted only when its turn comes.
     */
    @Test
    void order_chainWithSideInputs_makesEachWhenItsTurnComes() {
        assertPeak(
                Sample.drawn(
                        "t2 <- t1 s2",
                        "t3 <- t2 s3",
                        "t4 <- t3 s4",
                        "s1 <- b1",
                        "s2 <- b2",
                        "s3 <- b3",
                        "s4 <- b4",
                        "t1 <- s1"),
                2);
    }

    /*
     *     sum     c
     *    / | \   / \
     *   m1 m2 m3    \
     *   |\ |\ |\     \
     *   | b| b| b     b       b is shared by m1, m2, m3 and c
     *   x1 x2 x3
     *
     * A broadcast result that also has a use of its own, which makes nothing anybody keeps: it should not wait for the sum.
     */
    @Test
    void order_broadcastWithAUseOfItsOwn_keepsNoMoreThanTheSumNeeds() {
        assertPeak(Sample.drawn("sum <- m1 m2 m3", "m1 <- x1 b", "m2 <- x2 b", "m3 <- x3 b", "c <- b m3"), 4);
    }

    /*
     *  load 0 - clean 3 - store 6
     *  load 1 - clean 4 - store 7
     *  load 2 - clean 5 - store 8
     *
     * Nothing tells the three apart, so the first named is the first done, and done before the next is begun.
     */
    @Test
    void order_alikePipelines_followsTheGivenOrder() {
        Sample sample = Sample.of(List.of(
                List.of(),
                List.of(),
                List.of(),
                List.of(0),
                List.of(1),
                List.of(2),
                List.of(3),
                List.of(4),
                List.of(5)));
        assertThat(sample.order()).containsExactly(0, 3, 6, 1, 4, 7, 2, 5, 8);
    }

    /*
     *          analyze 200
     *        /      |      \
     *  clean 100   ...   clean 199
     *      |                |
     *  load 0      ...   load 99
     */
    @Test
    void order_loadsCleansAnalyze_goesFileByFile() {
        List<List<Integer>> tasks = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        for (int file = 0; file < 100; file++) {
            tasks.add(List.of());
            expected.addAll(List.of(file, 100 + file));
        }
        for (int file = 0; file < 100; file++) {
            tasks.add(List.of(file));
        }
        tasks.add(expected.stream().filter(task -> task >= 100).toList());
        expected.add(200);
        assertThat(Sample.of(tasks).order())
                .containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
    }
}
