package dev.bide.examples;

import static dev.bide.Bide.task;

import dev.bide.DelayedList;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * A tall matrix in blocks of rows, full of seeded noise and yet with singular values that we know: 1, 1/2, 1/3 and so on.
 * It is {@code u s v'}, where {@code u} has the cosines of the discrete cosine transform in its columns, each row with a
 * sign drawn by lot, and {@code v} comes from a random square matrix.
 */
record DecayingMatrix(int blocks, int blockRows, int columns, long seed) {
    int rows() {
        return blocks * blockRows;
    }

    static double singularValue(int index) {
        return 1.0 / (index + 1);
    }

    /** The least error (Eckart and Young) that a matrix of a rank can have, in the Frobenius norm. */
    double leastError(int rank) {
        return Math.sqrt(IntStream.range(rank, columns)
                .mapToDouble(i -> singularValue(i) * singularValue(i))
                .sum());
    }

    DelayedList<Matrix> delayed() {
        var right = task(DecayingMatrix::right).call(this);
        var block = task(DecayingMatrix::block);
        return block.each(IntStream.range(0, blocks).boxed().toList(), right, this);
    }

    /** The product {@code s v'}. */
    private static Matrix right(DecayingMatrix matrix) {
        Matrix v = Matrix.gaussian(matrix.columns, matrix.columns, matrix.seed)
                .qr()
                .q();
        DMatrixRMaj right = v.values().copy();
        for (int i = 0; i < matrix.columns; i++) {
            for (int j = 0; j < matrix.columns; j++) {
                right.set(i, j, singularValue(i) * right.get(i, j));
            }
        }
        return new Matrix(right);
    }

    private static Matrix block(int index, Matrix right, DecayingMatrix matrix) {
        SplittableRandom random = new SplittableRandom(matrix.seed + index);
        double rows = matrix.rows();
        DMatrixRMaj left = new DMatrixRMaj(matrix.blockRows, matrix.columns);
        for (int i = 0; i < matrix.blockRows; i++) {
            double sign = random.nextBoolean() ? 1 : -1;
            double angle = Math.PI * (index * matrix.blockRows + i + 0.5) / rows;
            for (int j = 0; j < matrix.columns; j++) {
                left.set(i, j, sign * Math.sqrt((j == 0 ? 1 : 2) / rows) * Math.cos(angle * j));
            }
        }
        return new Matrix(left).times(right);
    }
}
