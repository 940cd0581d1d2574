package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the JVM has learnt of short commands: it helps where it fits, and nobody hears of it where
 * it does not.
 */
class LauncherIT {

    private static final Path HOME = Path.of(System.getProperty("herd.home"));

    @TempDir Path directory;

    private Path cache;

    /** Other times than what was learnt of. */
    @BeforeEach
    void copyTheDistribution() {
        Run.start(Map.of(), "cp", "-r", HOME + "/.", directory.toString()).await().succeeded();
        cache = directory.resolve("lib/herd.aot");
    }

    @Test
    void theBuildHasTrained() {
        assertThat(HOME.resolve("lib/herd.aot")).isNotEmptyFile();
        assertThat(HOME.resolve("lib/front/front.aot")).isNotEmptyFile();
        saysTheVersionAndNothingElse(HOME);
    }

    @Test
    void whatWasLearntOfOtherFilesIsPassedOver() {
        assertThat(cache).isNotEmptyFile();
        saysTheVersionAndNothingElse(directory);
    }

    @Test
    void whatCannotBeReadIsPassedOver() throws IOException {
        Files.writeString(cache, "nonsense");
        saysTheVersionAndNothingElse(directory);
    }

    @Test
    void anAgentPassesItOverToo() throws IOException {
        Files.writeString(cache, "nonsense");
        var herd = directory.resolve("bin/herd").toString();

        var checked = Run.start(Map.of(), herd, "agent", "--name=a", "--check-config").await();

        assertThat(checked.succeeded().out() + checked.err()).doesNotContain("aot", "cache");
    }

    @Test
    void nothingLearntIsNoNews() throws IOException {
        Files.delete(cache);
        saysTheVersionAndNothingElse(directory);
    }

    @Test
    void whoeverInstallsCanTrain() throws IOException {
        Files.delete(cache);

        var trained = Run.start(Map.of(), directory.resolve("lib/train").toString()).await();

        assertThat(trained.succeeded().out() + trained.err()).isEmpty();
        assertThat(cache).isNotEmptyFile();
        assertThat(directory.resolve("lib/front/front.aot")).isNotEmptyFile();
        saysTheVersionAndNothingElse(directory);
    }

    @Test
    void anAgentThatRunsOutOfMemoryEndsAndSaysSo() throws IOException {
        // A Java with less memory than any agent can live on.
        var java = directory.resolve("java");
        Files.writeString(
                java,
                """
                #!/bin/bash
                set -- "${@/#-XX:AOTCache=*/-Xshare:auto}"
                set -- "${@/-Xms10m/-Xms2m}"
                exec %s "${@/-Xmx256m/-Xmx4m}"
                """
                        .formatted(Path.of(System.getProperty("java.home"), "bin/java")));
        assertThat(java.toFile().setExecutable(true)).isTrue();

        var agent =
                Run.start(
                                Map.of("HERD_JAVA", java.toString()),
                                HOME.resolve("bin/herd").toString(),
                                "agent",
                                "--name=small",
                                "--cluster=small",
                                "--bind=127.0.0.1:0",
                                "--docker=unix:///nowhere.sock",
                                "--socket=" + directory.resolve("herd.sock"))
                        .await();

        assertThat(agent.exit()).isEqualTo(3);
        assertThat(agent.out()).contains("java.lang.OutOfMemoryError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "-1g", "0m", "15m", "512", "64m -version"})
    void aHeapThatIsNoSizeIsNamed(String heap) {
        var agent =
                Run.start(
                                Map.of("HERD_AGENT_HEAP", heap),
                                HOME.resolve("bin/herd").toString(),
                                "agent",
                                "--name=a",
                                "--check-config")
                        .await();

        assertThat(agent.exit()).isEqualTo(1);
        assertThat(agent.err())
                .isEqualTo(
                        """
                        herd: HERD_AGENT_HEAP=%s is no size from 16m on
                              write, for example, HERD_AGENT_HEAP=512m
                        """
                                .formatted(heap));
    }

    /** Of Java 5, the JVM would have to read and check them at each start. */
    @Test
    void noClassIsTooOldToBeLearnt() throws IOException {
        try (var jars = Files.newDirectoryStream(HOME.resolve("lib"), "*.jar")) {
            for (var jar : jars) {
                assertThat(classesOlderThanJava6(jar)).as(jar.toString()).isEmpty();
            }
        }
    }

    private static List<String> classesOlderThanJava6(Path jar) throws IOException {
        var old = new ArrayList<String>();
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(it -> it.getName().endsWith(".class")).toList()) {
                try (var in = new DataInputStream(zip.getInputStream(entry))) {
                    in.skipNBytes(Integer.BYTES + Short.BYTES);
                    if (in.readUnsignedShort() < 50) {
                        old.add(entry.getName());
                    }
                }
            }
        }
        return old;
    }

    /** One class that was not learnt, and a command has to open its jar. */
    @ParameterizedTest
    @ValueSource(strings = {"version", "--help", "ps --nonsense"})
    void aShortCommandIsLearntWhole(String line) throws IOException {
        var loaded = directory.resolve("loaded");
        // With the Java that has learnt.
        var launcher = directory.resolve("launcher");
        Files.writeString(
                launcher,
                Files.readString(HOME.resolve("bin/herd"))
                        .replace("-Xlog:disable", "-Xlog:class+load:file=" + loaded)
                        .replaceAll("(?m)^home=.*", "home=" + HOME));

        Run.start(
                        Map.of("HERD_FRONT", "off"),
                        "bash",
                        "-c",
                        "sh \"$0\" " + line,
                        launcher.toString())
                .await();

        assertThat(Files.readAllLines(loaded))
                .isNotEmpty()
                .noneMatch(it -> it.contains("source: file:"));
    }

    @Test
    void whatIsClosedIsEmpty() throws IOException {
        var java = directory.resolve("java");
        Files.writeString(
                java,
                """
                #!/bin/sh
                streams=$(for n in 0 1 2; do readlink /proc/$$/fd/$n; done)
                printf '%s\\n' "$streams" >"${0%/*}/streams"
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        for (var closed : List.of("<&- >&- 2>&-", "<&- >/dev/null 2>/dev/null")) {
            for (var shell : List.of("", "sh ", "bash ", "busybox sh ")) {
                sh("HERD_JAVA=$PWD/java " + shell + "bin/herd version " + closed).succeeded();

                assertThat(directory.resolve("streams"))
                        .as("%s%s", shell, closed)
                        .hasContent("/dev/null\n/dev/null\n/dev/null\n");
                Files.delete(directory.resolve("streams"));
            }
        }
        assertThat(sh("bin/herd shell <&-").succeeded().out()).isEmpty();
    }

    @Test
    void itFindsItselfHoweverItIsStarted() throws IOException {
        Files.createDirectories(directory.resolve("decoy/bin"));
        for (var line :
                List.of(
                        "CDPATH=$PWD/decoy bin/herd version",
                        "cd bin && sh herd version",
                        "cd bin && CDPATH=.. bash herd version",
                        "PATH=$PWD/bin:$PATH; herd version",
                        "ln -s bin/herd herd; sh herd version")) {
            var said = sh(line);

            assertThat(said.succeeded().out()).as(line).matches("herd \\S+\n");
            assertThat(said.err()).as(line).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-u LC_ALL -u LANG", "LC_ALL=C", "LC_ALL=POSIX", "LANG=xx_XX.UTF-8"})
    void argumentsAndPathsAreReadWhateverTheLocale(String locale) throws IOException {
        var said = sh("env " + locale + " bin/herd ps ä€🐄");
        assertThat(said.err()).contains("'ä€🐄'");
        assertThat(said.exit()).isEqualTo(2);

        Files.createSymbolicLink(directory.resolve("ä€"), directory);
        assertThat(sh("env " + locale + " ä€/bin/herd version").succeeded().out())
                .matches("herd \\S+\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "abc", "0", "-1", "007", "1e2"})
    void aTerminalIsOneWhateverColumnsSays(String columns) throws IOException {
        var java = directory.resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\" >\"${0%/*}/arguments\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();

        sh("HERD_JAVA=$PWD/java COLUMNS=" + columns + " script -qec 'bin/herd version' /dev/null")
                .succeeded();

        assertThat(directory.resolve("arguments"))
                .content()
                .containsPattern("(?m)^-Dherd.columns=[1-9][0-9]{0,3}$");
    }

    @Test
    void whatIsShippedIsWhatIsNeeded() throws IOException {
        for (var jar : jars()) {
            try (var entries = new ZipFile(jar.toFile())) {
                assertThat(entries.stream().map(ZipEntry::getName))
                        .as(jar.toString())
                        .noneMatch(name ->
                                name.matches(".*/demos/.*|.*\\.(so|dll|jnilib)|.*/(telnet|ssh)/.*"))
                        .filteredOn(name -> name.matches("org/jgroups/tests/.*class"))
                        .allMatch(name -> name.startsWith("org/jgroups/tests/perf/MPerf"));
            }
        }
    }

    private static List<Path> jars() throws IOException {
        try (var files = Files.list(HOME.resolve("lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private Run.Ended sh(String line) {
        return Run.start(Map.of(), "sh", "-c", "cd " + directory + " && { " + line + "; }").await();
    }

    private static void saysTheVersionAndNothingElse(Path home) {
        var said = Run.start(Map.of(), home.resolve("bin/herd").toString(), "version").await();
        assertThat(said.succeeded().out()).matches("herd \\S+\n");
        assertThat(said.err()).isEmpty();
    }
}
