package dev.bide.cluster.ignite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationSourceTest {
    @TempDir
    Path folder;

    private Path file(String bean) throws IOException {
        return Files.writeString(folder.resolve("config.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <beans xmlns="http://www.springframework.org/schema/beans"
                       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                       xsi:schemaLocation="http://www.springframework.org/schema/beans
                                           http://www.springframework.org/schema/beans/spring-beans.xsd">
                  %s
                </beans>
                """.formatted(bean));
    }

    @Test
    void main_springFile_startsAWorkerWithIt() throws Exception {
        Path config = file("""
                <bean class="org.apache.ignite.configuration.IgniteConfiguration">
                  <property name="igniteInstanceName" value="from-a-file"/>
                </bean>
                """);

        try (Jvms jvms = new Jvms(folder)) {
            Jvms.Jvm worker = jvms.worker("--ignite", config.toString());
            assertThat(worker.output().readLine())
                    .startsWith("worker from-a-file-")
                    .endsWith(" is ready");
        }
    }

    @Test
    void read_fileThatIsBroken_saysWhichAndWhy() throws IOException {
        Path config = file("<bean class=\"com.acme.Nowhere\"/>");

        assertThatThrownBy(() -> ConfigurationSource.read(config.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("config.xml");
    }

    @Test
    void main_springFileWithoutSpring_saysWhatIsMissingAndWhatElseMayBeDone() throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("spring"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        IgniteWorker.class.getName(),
                        "--ignite",
                        file("").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isNotZero();
        assertThat(said).contains("need ignite-spring").contains("Supplier<IgniteConfiguration>");
    }

    @Test
    void read_noSuchFile_saysSo() {
        assertThatThrownBy(() -> ConfigurationSource.read("nowhere.xml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no file nowhere.xml that can be read");
    }

    @Test
    void read_aClass_givesItsConfiguration() {
        assertThat(ConfigurationSource.read(SuppliedSettings.class.getName()).getIgniteInstanceName())
                .isEqualTo("supplied");
    }

    @Test
    void read_noSuchClass_saysSo() {
        assertThatThrownBy(() -> ConfigurationSource.read("com.acme.Nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither a file nor a class com.acme.Nowhere");
    }

    @Test
    void read_aClassThatIsNoSupplier_saysSo() {
        assertThatThrownBy(() -> ConfigurationSource.read("java.lang.Object"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.lang.Object is no Supplier<IgniteConfiguration>");
    }
}
