package io.herd.cli.front;

import static io.herd.cli.process.Libc.function;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Replaces this process by the launcher, which starts the whole program: exec(3). So the process
 * that the user has started is the one that runs the command: signals, the terminal and the exit
 * code need nobody between.
 */
final class WholeProgram {

    /** The variable by which the launcher knows that the agent has been asked. */
    static final String ASKED = "HERD_FRONT";

    private static final int FAILED = 1;
    private static final int SETMASK = 2;
    // sigset_t, with room to spare.
    private static final int SIGSET = 128;

    private WholeProgram() {}

    /**
     * Does not return, but for the exit code of a failure.
     *
     * @param number of the arguments that were typed
     */
    static int become(String home, int number) {
        var launcher = home + "/bin/herd";
        try (var arena = Arena.ofConfined()) {
            // The JVM blocks SIGQUIT in most threads.
            int _ =
                    (int)
                            function("sigprocmask", JAVA_INT, ADDRESS, ADDRESS)
                                    .invokeExact(
                                            SETMASK, arena.allocate(SIGSET), MemorySegment.NULL);
            int _ =
                    (int)
                            function("setenv", ADDRESS, ADDRESS, JAVA_INT)
                                    .invokeExact(
                                            arena.allocateFrom(ASKED),
                                            arena.allocateFrom("off"),
                                            1);
            int _ =
                    (int)
                            function("execv", ADDRESS, ADDRESS)
                                    .invokeExact(
                                            arena.allocateFrom(launcher),
                                            arguments(launcher, number, arena));
            return failed(launcher);
        } catch (Throwable e) {
            return failed(launcher + ": " + e.getMessage());
        }
    }

    private static int failed(String what) {
        try (var err = new FileOutputStream(FileDescriptor.err)) {
            err.write(("herd: cannot start " + what + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            // Nobody reads stderr.
        }
        return FAILED;
    }

    private static MemorySegment arguments(String launcher, int number, Arena arena)
            throws IOException {
        var typed = typed(number);
        var vector = arena.allocate(ADDRESS, number + 2L);
        vector.setAtIndex(ADDRESS, 0, arena.allocateFrom(launcher));
        for (int i = 0; i < number; i++) {
            var bytes = typed.get(i);
            var text = arena.allocate(bytes.length + 1L);
            MemorySegment.copy(bytes, 0, text, JAVA_BYTE, 0, bytes.length);
            vector.setAtIndex(ADDRESS, i + 1L, text);
        }
        return vector;
    }

    // As bytes: what is no text stays as it was typed.
    private static List<byte[]> typed(int number) throws IOException {
        var all = new ArrayList<byte[]>();
        var line = Files.readAllBytes(Path.of("/proc/self/cmdline"));
        int from = 0;
        for (int i = 0; i < line.length; i++) {
            if (line[i] == 0) {
                all.add(Arrays.copyOfRange(line, from, i));
                from = i + 1;
            }
        }
        return all.subList(all.size() - number, all.size());
    }
}
