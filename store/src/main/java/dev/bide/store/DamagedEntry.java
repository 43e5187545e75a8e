package dev.bide.store;

/** A file that is no whole entry; the message says in what way, as in "its checksum differs". */
final class DamagedEntry extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedEntry(String what) {
        super(what, null, false, false);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
