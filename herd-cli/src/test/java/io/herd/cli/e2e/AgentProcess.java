package io.herd.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A host's agent as the system sees it. */
record AgentProcess(String pid) {

    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin/jcmd");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+([0-9]+) kB");
    private static final Pattern OF_A_STREAM =
            Pattern.compile(
                    "\"herd-(stream|image-fetch|stats|container-wait|docker-(input|answer)|command|socket-(relay|watch))[^\"]*\"");
    private static final long USUAL = 20_000;
    private static final long KILO = 1024;

    static AgentProcess of(Lab lab, String host) {
        return new AgentProcess(lab.agent(host, "pid").out().strip());
    }

    /** How many it has open. */
    long sockets() {
        try (var open = Files.list(proc("fd"))) {
            return open.filter(AgentProcess::isSocket).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many descriptors it has open. */
    int descriptors() {
        return count("fd");
    }

    /** From now on it can open nothing more; what it has open stays. */
    void denyDescriptors() {
        descriptors(0);
    }

    /** It can open as many again as it ever needs. */
    void allowDescriptors() {
        descriptors(USUAL);
    }

    private void descriptors(long most) {
        Run.start(Map.of(), "prlimit", "--pid", pid, "--nofile=" + most + ":").await().succeeded();
    }

    int threads() {
        return count("task");
    }

    private int count(String what) {
        try (var all = Files.list(proc(what))) {
            return (int) all.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSocket(Path open) {
        try {
            return Files.readSymbolicLink(open).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // Closed meanwhile.
        }
    }

    /** Its threads, virtual ones too, that carry a stream. */
    List<String> carrying() {
        try {
            var dump = Files.createTempFile("herd", ".threads");
            Run.start(
                            Map.of(),
                            JCMD.toString(),
                            pid,
                            "Thread.dump_to_file",
                            "-overwrite",
                            dump.toString())
                    .await()
                    .succeeded();
            return OF_A_STREAM
                    .matcher(Files.readString(dump))
                    .results()
                    .map(r -> r.group())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on its {@link #peak} is counted anew. */
    void forgetPeak() {
        try {
            // proc(5): 5 resets what is told of the largest resident set.
            Files.writeString(proc("clear_refs"), "5");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most memory it has had at once, in bytes. */
    long peak() {
        try {
            var peak = PEAK.matcher(new String(Files.readAllBytes(proc("status")), UTF_8));
            return peak.results().mapToLong(it -> Long.parseLong(it.group(1))).sum() * KILO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path proc(String file) {
        return Path.of("/proc", pid, file);
    }
}
