package dev.bide.store;

/** What stands before a value in the bytes of a key, so that no two kinds of values are alike. A code is never used again. */
enum Tag {
    NULL(0),
    FALSE(1),
    TRUE(2),
    BYTE(3),
    SHORT(4),
    CHAR(5),
    INT(6),
    LONG(7),
    FLOAT(8),
    DOUBLE(9),
    STRING(10),
    ENUM(11),
    CLASS(12),
    TEXT(13),
    HASH(14),
    OPTIONAL(15),
    ENTRY(16),
    RECORD(17),
    LIST(18),
    SET(19),
    ORDERED_SET(20),
    MAP(21),
    ORDERED_MAP(22),
    ARRAY(23),
    SERIALIZED(24),
    SCHEDULER(25),
    TASK(26),
    LAMBDA(27),
    OBJECT(28),
    VALUE(29),
    CALL(30),
    FILE(31),
    FOLDER(32),
    MISSING(33);

    private final byte code;

    Tag(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }
}
