package dev.bide.graph;

import java.util.Arrays;

/**
 * Nodes in a row that grows and shrinks at its end, kept in short pieces.
 *
 * <p>In pieces for the reason that {@link Results} gives.
 */
final class NodePieces {
    private static final int FIRST = 16;
    private static final int BITS = 10;
    private static final int PIECE = 1 << BITS;

    private Node[][] pieces = {new Node[FIRST]};
    private Node[] last = pieces[0];
    private int size;

    int size() {
        return size;
    }

    void push(Node node) {
        int at = size & PIECE - 1;
        if (at == 0 && size > 0 || at == last.length) {
            grow();
        }
        last[at] = node;
        size++;
    }

    private void grow() {
        int piece = size >> BITS;
        if (size < PIECE) {
            last = Arrays.copyOf(last, 2 * size);
        } else {
            pieces = piece < pieces.length ? pieces : Arrays.copyOf(pieces, 2 * piece);
            last = pieces[piece] == null ? new Node[PIECE] : pieces[piece];
        }
        pieces[piece] = last;
    }

    Node top() {
        return last[size - 1 & PIECE - 1];
    }

    Node pop() {
        Node node = top();
        size--;
        if ((size & PIECE - 1) == 0 && size > 0) {
            last = pieces[(size >> BITS) - 1];
        }
        return node;
    }

    Node get(int index) {
        return pieces[index >> BITS][index & PIECE - 1];
    }
}
