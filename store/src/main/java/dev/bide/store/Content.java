package dev.bide.store;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a payload. It may be asked again, from the beginning, where an interrupt broke the writing off. */
interface Content {
    void writeTo(OutputStream out) throws IOException;
}
