package dev.bide.cluster.ignite;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.schedule.Scheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster whose nodes show certificates: who has none that it trusts stays outside. Keys are made anew each time. */
class TlsTest {
    @TempDir
    static Path folder;

    private static Jvms jvms;
    private static Jvms.Jvm member;

    @BeforeAll
    static void startNodeWithCertificate() throws IOException, InterruptedException {
        Path own = keys("member");
        Path stranger = keys("stranger");
        trust(own, own);
        trust(stranger, own);
        jvms = new Jvms(folder);
        member = jvms.stock("ISOLATED", own.toString()).await();
    }

    @AfterAll
    static void endNode() {
        jvms.close();
    }

    private static Path keys(String name) throws IOException, InterruptedException {
        Path place = Files.createDirectories(folder.resolve(name));
        keytool(place, "-genkeypair -alias own -keyalg EC -dname CN=" + name + " -keystore keys.p12");
        keytool(place, "-exportcert -alias own -file own.cer -keystore keys.p12");
        return place;
    }

    private static void trust(Path who, Path whom) throws IOException, InterruptedException {
        keytool(who, "-importcert -noprompt -alias other -file " + whom.resolve("own.cer") + " -keystore trusted.p12");
    }

    private static void keytool(Path place, String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", "secret"));
        Process process = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static OwnedNode driver(IgniteConfiguration config) {
        return OwnedNode.driver(config, List.of(jvms.addresses()));
    }

    @Test
    void join_withATrustedCertificate_givesAWorker() throws InterruptedException {
        IgniteConfiguration config = new IgniteConfiguration()
                .setSslContextFactory(StockNode.tls(folder.resolve("member").toString()));
        Heard heard = new Heard();

        try (IgnitePool pool = IgniteScheduler.pool(driver(config), null, EchoInbox.Maker.class)) {
            pool.start(heard);
            int worker = Heard.within(heard.joined).worker();
            pool.send(worker, EchoInbox.bytes("hello"));
            assertThat(heard.text(worker)).isEqualTo("hello");
        }
    }

    //   worker  worker  worker ...
    @Test
    void compute_overTls_runsOnTheMemberAndNothingOnAStranger() {
        IgniteConfiguration config = new IgniteConfiguration()
                .setSslContextFactory(StockNode.tls(folder.resolve("member").toString()))
                .setDiscoverySpi(new TcpDiscoverySpi()
                        .setIpFinder(new TcpDiscoveryVmIpFinder().setAddresses(List.of(jvms.addresses()))));
        List<Delayed<Long>> calls = IntStream.range(0, 100)
                .mapToObj(i -> task(() -> ProcessHandle.current().pid())
                        .named("pid-" + i)
                        .call())
                .toList();

        try (Scheduler scheduler = IgniteScheduler.start(config);
                OwnedNode stranger = stranger()) {
            assertThat(stranger.ignite().cluster().nodes()).hasSize(1);
            assertThat(new HashSet<>(gather(calls).compute(scheduler)))
                    .containsExactly(member.process().pid());
        }
    }

    /** A worker without a certificate, which looks for the cluster; or one that stays by itself, if it cannot even start so. */
    private static OwnedNode stranger() {
        try {
            return OwnedNode.worker(new IgniteConfiguration(), List.of(jvms.addresses()), new Neighbours());
        } catch (IllegalStateException refused) {
            return OwnedNode.worker(new IgniteConfiguration(), List.of(FreePorts.addresses()), new Neighbours());
        }
    }

    @Test
    void join_withACertificateNobodyTrusts_staysOutside() {
        assertStaysOutside(new IgniteConfiguration()
                .setSslContextFactory(StockNode.tls(folder.resolve("stranger").toString())));
    }

    @Test
    void join_withoutTls_staysOutside() {
        assertStaysOutside(new IgniteConfiguration());
    }

    /** Either it cannot start, or it is the first node of a cluster of its own: how soon the other hangs up decides. */
    private static void assertStaysOutside(IgniteConfiguration config) {
        try (OwnedNode node = driver(config)) {
            assertThat(node.ignite().cluster().nodes()).hasSize(1);
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageContaining("cannot join the cluster");
        }
    }
}
