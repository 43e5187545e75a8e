package dev.bide.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeersTest {
    @Test
    void toPeer_worker_answersOverItsOwnConnection() {
        try (EchoPool pool = EchoPool.of(2)) {
            pool.heard.next("joined");
            pool.heard.next("joined");
            for (int i = 0; i < 3; i++) {
                pool.send(1, EchoWorker.TO_PEER, "w2 to the other " + i);
                Heard.Word said = pool.heard.next("said");

                assertThat(said.worker()).isEqualTo(1);
                assertThat(said.text()).isEqualTo("eto the other " + i);
            }
        }
    }

    @Test
    void toPeer_nobodyThere_isTold() {
        try (EchoPool pool = EchoPool.of(1)) {
            pool.heard.next("joined");
            for (String address : new String[] {"w77", "w77", "../driver", "driver"}) {
                pool.send(1, EchoWorker.TO_PEER, address + " hello");
                assertThat(pool.heard.next("said").text()).isEqualTo("lost " + address);
            }
        }
    }

    @Test
    void peer_killed_isToldToThoseWhoSpokeWithIt() {
        try (EchoPool pool = EchoPool.of(2)) {
            pool.heard.next("joined");
            pool.heard.next("joined");
            pool.send(1, EchoWorker.TO_PEER, "w2 hello");
            pool.heard.next("said");

            pool.processOf(2).destroyForcibly();

            Heard.Word first = pool.heard.next();
            Heard.Word second = pool.heard.next();
            assertThat(first.what() + second.what()).contains("said").contains("lost");
            assertThat(first.text() + second.text()).contains("lost w2").contains("was killed by signal 9");
        }
    }
}
