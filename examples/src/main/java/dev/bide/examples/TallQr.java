package dev.bide.examples;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.examples.Matrix.Qr;
import java.util.ArrayList;
import java.util.List;

/**
 * The QR decomposition of a tall matrix in blocks of rows (TSQR): each block is decomposed by itself, then the triangles
 * two by two, up a tree. No task holds more of the matrix than a block.
 */
record TallQr(DelayedList<Matrix> q, Delayed<Matrix> r) {
    static TallQr of(DelayedList<Matrix> blocks) {
        return of(blocks, 0, blocks.size());
    }

    private static TallQr of(DelayedList<Matrix> blocks, int from, int to) {
        if (to - from == 1) {
            var qr = blocks.get(from).then(Matrix::qr);
            return new TallQr(gather(List.of(qr.then(Qr::q))), qr.then(Qr::r));
        }
        int middle = (from + to) / 2;
        return join(of(blocks, from, middle), of(blocks, middle, to));
    }

    private static TallQr join(TallQr upper, TallQr lower) {
        var times = task(Matrix::times);
        var qr = upper.r.zip(lower.r, Matrix::above).then(Matrix::qr);
        var q = new ArrayList<Delayed<Matrix>>();
        times.each(upper.q, qr.then(Qr::q).then(Matrix::upperHalf)).forEach(q::add);
        times.each(lower.q, qr.then(Qr::q).then(Matrix::lowerHalf)).forEach(q::add);
        return new TallQr(gather(q), qr.then(Qr::r));
    }
}
