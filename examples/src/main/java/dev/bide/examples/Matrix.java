package dev.bide.examples;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** A dense matrix that nobody changes once it is made, and so one that tasks may share. */
record Matrix(DMatrixRMaj values) {
    /** Orthonormal columns and a triangle, whose product is the matrix. */
    record Qr(Matrix q, Matrix r) {}

    /** The largest singular values, in order, and their vectors in the columns of {@code u} and {@code v}. */
    record Svd(Matrix u, List<Double> s, Matrix v) {
        Matrix product() {
            Matrix scaled = new Matrix(u.values.copy());
            for (int i = 0; i < s.size(); i++) {
                CommonOps_DDRM.scaleCol(s.get(i), scaled.values, i);
            }
            return new Matrix(CommonOps_DDRM.multTransB(scaled.values, v.values, null));
        }
    }

    static Matrix gaussian(int rows, int columns, long seed) {
        return new Matrix(RandomMatrices_DDRM.rectangleGaussian(rows, columns, 0, 1, new Random(seed)));
    }

    Matrix times(Matrix other) {
        return new Matrix(CommonOps_DDRM.mult(values, other.values, null));
    }

    Matrix transposedTimes(Matrix other) {
        return new Matrix(CommonOps_DDRM.multTransA(values, other.values, null));
    }

    Matrix plus(Matrix other) {
        return new Matrix(CommonOps_DDRM.add(values, other.values, null));
    }

    Matrix minus(Matrix other) {
        return new Matrix(CommonOps_DDRM.subtract(values, other.values, null));
    }

    Matrix above(Matrix other) {
        return stack(List.of(this, other));
    }

    static Matrix stack(List<Matrix> blocks) {
        return new Matrix(CommonOps_DDRM.concatRowsMulti(
                blocks.stream().map(Matrix::values).toArray(DMatrixRMaj[]::new)));
    }

    Matrix upperHalf() {
        return part(0, values.numRows / 2, values.numCols);
    }

    Matrix lowerHalf() {
        return part(values.numRows / 2, values.numRows, values.numCols);
    }

    private Matrix part(int fromRow, int toRow, int columns) {
        return new Matrix(CommonOps_DDRM.extract(values, fromRow, toRow, 0, columns));
    }

    double norm() {
        return NormOps_DDRM.normF(values);
    }

    Qr qr() {
        var qr = DecompositionFactory_DDRM.qr(values.numRows, values.numCols);
        DecompositionFactory_DDRM.decomposeSafe(qr, values);
        return new Qr(new Matrix(qr.getQ(null, true)), new Matrix(qr.getR(null, true)));
    }

    Svd svd(int rank) {
        var svd = DecompositionFactory_DDRM.svd(values.numRows, values.numCols, true, true, true);
        DecompositionFactory_DDRM.decomposeSafe(svd, values);
        DMatrixRMaj u = svd.getU(null, false);
        DMatrixRMaj v = svd.getV(null, false);
        double[] s = svd.getSingularValues();
        SingularOps_DDRM.descendingOrder(u, false, s, s.length, v, false);
        List<Double> largest = Arrays.stream(s).limit(rank).boxed().toList();
        return new Svd(new Matrix(u).part(0, u.numRows, rank), largest, new Matrix(v).part(0, v.numRows, rank));
    }
}
