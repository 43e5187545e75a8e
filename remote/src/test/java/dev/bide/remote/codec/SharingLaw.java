package dev.bide.remote.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bide.remote.codec.Luggage.Link;
import dev.bide.remote.codec.Luggage.Point;
import dev.bide.remote.codec.Luggage.Unit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects that hold each other arrive so: what was one object is one, and a cycle a cycle. Too deep is refused. */
abstract class SharingLaw extends CodecLaw {
    SharingLaw(CodecContract contract) {
        super(contract);
    }

    @Test
    void encode_sharedInsideOneValue_staysShared() {
        int[] shared = {1};
        Link link = new Link();
        Object[] there = sent(new Object[] {shared, List.of(link, shared), link});

        assertThat(there[0]).isSameAs(((List<?>) there[1]).get(1));
        assertThat(there[2]).isSameAs(((List<?>) there[1]).get(0));
    }

    @Test
    void encode_cycle_staysACycle() {
        Link first = new Link();
        first.next = new Link();
        first.next.next = first;
        first.others = new ArrayList<>(List.of(first));

        Link there = sent(first);

        assertThat(there.next.next).isSameAs(there);
        assertThat(there.others.get(0)).isSameAs(there);
    }

    @Test
    void encode_writeReplace_isHonoured() {
        assertThat(sent(Unit.METRE)).isSameAs(Unit.METRE);
        assertThat(sent(List.of(Unit.METRE)).get(0)).isSameAs(Unit.METRE);
    }

    @Test
    void encode_thousandDeep_arrives() {
        int length = 0;
        for (Link link = sent(chain(1_000)); link != null; link = link.next) {
            length++;
        }

        assertThat(length).isEqualTo(1_000);
    }

    @Test
    void encode_tooDeep_isRefusedAndTheCodecGoesOn() {
        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(chain(1_000_000)))
                .withMessageContaining("hold each other too deep")
                .withMessageContaining("Link");
        assertThat(sent(new Point(1, 2, "3"))).isEqualTo(new Point(1, 2, "3"));
    }

    private static Link chain(int length) {
        Link last = null;
        for (int i = 0; i < length; i++) {
            Link link = new Link();
            link.next = last;
            last = link;
        }
        return last;
    }
}
