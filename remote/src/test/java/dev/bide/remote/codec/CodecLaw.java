package dev.bide.remote.codec;

/** The tests of one law, on the codec that a contract is about. */
abstract class CodecLaw {
    private final CodecContract contract;

    CodecLaw(CodecContract contract) {
        this.contract = contract;
    }

    final Codec codec() {
        return contract.codec();
    }

    /** What arrives when a value is sent. */
    final <T> T sent(T value) {
        return contract.sent(value);
    }
}
