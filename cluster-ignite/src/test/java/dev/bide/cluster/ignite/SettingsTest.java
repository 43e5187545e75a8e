package dev.bide.cluster.ignite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.ignite.configuration.ConnectorConfiguration;
import org.apache.ignite.configuration.DeploymentMode;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation")
class SettingsTest {
    private static final Path WORK = Path.of("somewhere");

    private static IgniteConfiguration driver(IgniteConfiguration given, String... addresses) {
        return NodeSettings.driver(given, List.of(addresses), WORK);
    }

    @Test
    void driver_nothingGiven_listensOnLoopbackOnlyAndShipsCode() {
        IgniteConfiguration config = driver(new IgniteConfiguration(), NodeSettings.LOOPBACK);

        assertThat(config.getLocalHost()).isEqualTo("127.0.0.1");
        assertThat(config.getConnectorConfiguration()).isNull();
        assertThat(config.getClientConnectorConfiguration()).isNull();
        assertThat(config.isPeerClassLoadingEnabled()).isTrue();
        assertThat(config.getDeploymentMode()).isEqualTo(DeploymentMode.ISOLATED);
        assertThat(config.getWorkDirectory()).isEqualTo("somewhere");
        assertThat(config.getUserAttributes().get(IgniteScheduler.DRIVER_ATTRIBUTE))
                .isEqualTo(true);
    }

    @Test
    void driver_whatTheCallerSet_stays() {
        IgniteConfiguration given = new IgniteConfiguration()
                .setLocalHost("127.0.0.2")
                .setFailureDetectionTimeout(5_000)
                .setIgniteInstanceName("mine")
                .setConnectorConfiguration(new ConnectorConfiguration().setHost("127.0.0.1"));
        given.setUserAttributes(Map.of("rack", "7"));

        IgniteConfiguration config = driver(given, NodeSettings.LOOPBACK);

        assertThat(config.getLocalHost()).isEqualTo("127.0.0.2");
        assertThat(config.getFailureDetectionTimeout()).isEqualTo(5_000);
        assertThat(config.getIgniteInstanceName()).isEqualTo("mine");
        assertThat(config.getConnectorConfiguration()).isNotNull();
        assertThat(config.getUserAttributes().get("rack")).isEqualTo("7");
        assertThat(given.getUserAttributes().containsKey(IgniteScheduler.DRIVER_ATTRIBUTE))
                .isFalse();
    }

    @Test
    void worker_nothingGiven_takesBideFromTheDriver() {
        IgniteConfiguration config =
                NodeSettings.worker(new IgniteConfiguration(), List.of(NodeSettings.LOOPBACK), WORK, new Neighbours());

        assertThat(config.getPeerClassLoadingLocalClassPathExclude()).containsExactly("dev.bide.");
        assertThat(config.getUserAttributes()).isNull();
    }

    @Test
    void driver_ofAClientNode_isRefused() {
        assertThatThrownBy(() -> driver(new IgniteConfiguration().setClientMode(true), NodeSettings.LOOPBACK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clientMode");
    }

    @Test
    void driver_inContinuousMode_isRefusedWithWhatToSet() {
        IgniteConfiguration given = new IgniteConfiguration().setDeploymentMode(DeploymentMode.CONTINUOUS);

        assertThatThrownBy(() -> driver(given, NodeSettings.LOOPBACK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deploymentMode CONTINUOUS")
                .hasMessageContaining("deploymentMode ISOLATED");
    }

    @Test
    void flags_ofThisJvm_areAllThere() {
        assertThat(IgniteFlags.missing()).isEmpty();
    }

    @Test
    void arguments_unknown_areRefused() {
        assertThatThrownBy(() -> WorkerArguments.parse(List.of("--thread", "3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--threads");
    }

    @Test
    void arguments_threadsAndName_areOfTheNode() {
        WorkerArguments arguments =
                WorkerArguments.parse(List.of("--threads", "3", "--name", "anna", "--join", "a:1,b:2"));

        assertThat(arguments.configuration().getUserAttributes().get(IgniteScheduler.THREADS_ATTRIBUTE))
                .isEqualTo(3);
        assertThat(arguments.configuration().getIgniteInstanceName()).isEqualTo("anna");
        assertThat(arguments.addresses()).containsExactly("a:1", "b:2");
    }
}
