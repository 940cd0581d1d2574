package io.herd.cli.terminal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.herd.cli.flow.Console.Caught;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes SIGQUIT from the JVM, which prints its threads for it and gives it to no Java code.
 *
 * <p>No Java code may run in a signal's handler, but a function of libc may: {@code
 * eventfd_write(descriptor, value)}. The system calls it with the signal's number, which is 3, so
 * it adds to what is descriptor 3, and a thread waits for that. The launcher keeps it free.
 */
final class QuitSignal {

    private static final System.Logger LOG = System.getLogger("io.herd.cli.terminal");

    private static final int SIGQUIT = 3;
    // struct sigaction of 64-bit Linux: the handler, which other signals wait, the flags.
    private static final long ACTION_BYTES = 152;
    private static final long FLAGS_AT = 136;
    // SA_RESTART | SA_SIGINFO: with that the handler's second argument is never 0.
    private static final int FLAGS = 0x10000000 | 4;
    // EFD_CLOEXEC
    private static final int CLOSED_ON_EXEC = 0x80000;

    // A process has one handler; once taken it stays, since nobody wants the JVM's.
    private static final AtomicBoolean TAKEN = new AtomicBoolean();
    private static final AtomicReference<Runnable> TO = new AtomicReference<>(() -> {});

    private QuitSignal() {}

    /**
     * Passes it on until the result is closed. To take it is a tenth of a second's work, which
     * nothing waits for.
     */
    static Caught to(Runnable receiver) {
        TO.set(receiver);
        if (TAKEN.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("herd-quit").start(QuitSignal::take);
        }
        return () -> TO.compareAndSet(receiver, () -> {});
    }

    private static void take() {
        try (var arena = Arena.ofConfined()) {
            int counter =
                    (int) function("eventfd", JAVA_INT, JAVA_INT).invokeExact(0, CLOSED_ON_EXEC);
            int free = (int) function("dup2", JAVA_INT, JAVA_INT).invokeExact(counter, SIGQUIT);
            var action = arena.allocate(ACTION_BYTES);
            action.set(ADDRESS, 0, address("eventfd_write"));
            action.set(JAVA_INT, FLAGS_AT, FLAGS);
            var sigaction = function("sigaction", JAVA_INT, ADDRESS, ADDRESS);
            if (free < 0 || (int) sigaction.invokeExact(SIGQUIT, action, MemorySegment.NULL) < 0) {
                throw new IllegalStateException("the system refuses");
            }
            passAll(counter, arena.allocate(ValueLayout.JAVA_LONG));
        } catch (Throwable e) {
            LOG.log(Level.DEBUG, "SIGQUIT stays with the JVM", e);
        }
    }

    private static void passAll(int counter, MemorySegment count) throws Throwable {
        var read = function("eventfd_read", JAVA_INT, ADDRESS);
        while ((int) read.invokeExact(counter, count) == 0) {
            TO.get().run();
        }
    }

    // Wrong types would bring the JVM down; the launcher allows it.
    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(address(name), FunctionDescriptor.of(JAVA_INT, arguments));
    }

    private static MemorySegment address(String name) {
        return Linker.nativeLinker().defaultLookup().findOrThrow(name);
    }
}
