package io.herd.cli.process;

import static io.herd.cli.process.Libc.address;
import static io.herd.cli.process.Libc.function;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Handles SIGQUIT, for which the JVM would print its threads and which it passes to no Java code.
 *
 * <p>No Java code may run in a signal's handler, but a function of libc may: {@code
 * eventfd_write(descriptor, value)} is the handler. The system calls it with the signal's number,
 * which is 3, as the descriptor, so it adds to the eventfd at descriptor 3, for which a thread
 * waits. The launcher keeps that descriptor free.
 */
public final class QuitSignal {

    // A process has one handler for a signal; once taken it stays, since nobody wants the JVM's.
    private static final QuitSignal PROCESS = new QuitSignal();

    private static final int SIGQUIT = 3;
    // struct sigaction of 64-bit Linux: the handler, the mask of blocked signals, the flags.
    private static final long ACTION_BYTES = 152;
    private static final long FLAGS_AT = 136;
    // SA_RESTART | SA_SIGINFO: with the latter the handler's second argument, the value that is
    // added, is a pointer.
    private static final int FLAGS = 0x10000000 | 4;
    private static final long FIRST_POINTER = 1 << 16;
    // EFD_CLOEXEC
    private static final int CLOSED_ON_EXEC = 0x80000;
    // Taking the signal costs a tenth of a second; a command that is over sooner is spared that.
    private static final long SOON_MILLIS = 250;

    private boolean started;
    private @Nullable Runnable receiver;
    private @Nullable Counter counter;

    private QuitSignal() {}

    /**
     * Calls the receiver at each SIGQUIT until the result is run. The first quarter of a second
     * they stay with the JVM.
     */
    public static Runnable to(Runnable receiver) {
        PROCESS.receive(receiver);
        return () -> PROCESS.leave(receiver);
    }

    private synchronized void receive(Runnable by) {
        receiver = by;
        notifyAll();
        if (!started) {
            started = true;
            Thread.ofPlatform().daemon().name("herd-quit").start(this::run);
        }
    }

    // Wakes the thread from its system call: at its end the JVM would wait a third of a second for
    // it.
    private synchronized void leave(Runnable by) {
        if (by.equals(receiver)) {
            receiver = null;
            if (counter != null) {
                counter.add();
            }
        }
    }

    private void run() {
        try (var arena = Arena.ofConfined()) {
            awaitReceiver(SOON_MILLIS);
            var counting = Counter.of(arena);
            take(counting, arena);
            synchronized (this) {
                counter = counting;
            }
            while (true) {
                awaitReceiver(0);
                // Empties the counter, without blocking: a signal that came while there was no
                // receiver is dropped.
                counting.add();
                counting.await();
                pass(counting);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            // Not a constant: a process that has no other use for a logger would wait for it.
            System.getLogger("io.herd.cli.process")
                    .log(Level.DEBUG, "SIGQUIT stays with the JVM", e);
        }
    }

    /** Waits until there is a receiver that stays for this long. */
    private synchronized void awaitReceiver(long millis) throws InterruptedException {
        Runnable seen = null;
        while (seen == null || !seen.equals(receiver)) {
            while (receiver == null) {
                wait();
            }
            seen = receiver;
            if (millis > 0) {
                wait(millis);
            }
        }
    }

    private void pass(Counter counting) {
        for (var to = receiver(); to != null; to = receiver()) {
            if (counting.await() >= FIRST_POINTER) {
                to.run();
            }
        }
    }

    private synchronized @Nullable Runnable receiver() {
        return receiver;
    }

    private static void take(Counter counting, Arena arena) throws Throwable {
        int free =
                (int)
                        function("dup2", JAVA_INT, JAVA_INT)
                                .invokeExact(counting.descriptor(), SIGQUIT);
        var action = arena.allocate(ACTION_BYTES);
        action.set(ADDRESS, 0, address("eventfd_write"));
        action.set(JAVA_INT, FLAGS_AT, FLAGS);
        var sigaction = function("sigaction", JAVA_INT, ADDRESS, ADDRESS);
        if (free < 0 || (int) sigaction.invokeExact(SIGQUIT, action, MemorySegment.NULL) < 0) {
            throw new IllegalStateException("the system refuses");
        }
    }

    /**
     * An eventfd, used as a counter.
     *
     * @param sum memory that the counter is read into
     */
    private record Counter(
            int descriptor, MethodHandle write, MethodHandle read, MemorySegment sum) {

        static Counter of(Arena arena) throws Throwable {
            return new Counter(
                    (int) function("eventfd", JAVA_INT, JAVA_INT).invokeExact(0, CLOSED_ON_EXEC),
                    function("eventfd_write", JAVA_INT, JAVA_LONG),
                    function("eventfd_read", JAVA_INT, ADDRESS),
                    arena.allocate(JAVA_LONG));
        }

        void add() {
            try {
                int _ = (int) write.invokeExact(descriptor, 1L);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        /** Waits until something was added, and resets the counter; returns what was added. */
        long await() {
            try {
                return (int) read.invokeExact(descriptor, sum) == 0 ? sum.get(JAVA_LONG, 0) : 0;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
