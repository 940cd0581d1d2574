package io.herd.agent;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sends state messages to systemd, sd_notify(3). They are datagrams on a Unix socket, which the JDK
 * cannot send, so this calls the C library.
 */
@SuppressWarnings("restricted") // the launcher allows it
final class NotifySocket {

    // socket(2), send(2) and unix(7) of Linux, the same on x86-64 and arm64.
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int MSG_DONTWAIT_NOSIGNAL = 0x40 | 0x4000;
    private static final int LONGEST_PATH = 107;
    private static final int LONGEST_TEXT = 1 << 10;

    private static final Linker.Option KEEP_ERRNO = Linker.Option.captureCallState("errno");
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = STATE.byteOffset(PathElement.groupElement("errno"));

    private static final MethodHandle SOCKET =
            function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle SENDTO =
            function(
                    "sendto",
                    FunctionDescriptor.of(
                            JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle CLOSE =
            function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle STRERROR =
            function("strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));

    private final String address;

    /**
     * @param address a path, or {@code @NAME} in the abstract namespace, as NOTIFY_SOCKET has it
     */
    NotifySocket(String address) {
        this.address = address;
    }

    /**
     * Sends one datagram, without waiting for room.
     *
     * @param assignment such as {@code READY=1}
     */
    void send(String assignment) throws IOException {
        var path = path();
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            var socket = call(state, SOCKET, AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
            try {
                var text = arena.allocateFrom(JAVA_BYTE, assignment.getBytes(UTF_8));
                var to = arena.allocate(Short.BYTES + path.length);
                to.set(JAVA_SHORT, 0, (short) AF_UNIX);
                MemorySegment.copy(path, 0, to, JAVA_BYTE, Short.BYTES, path.length);
                call(
                        state,
                        SENDTO,
                        (int) socket,
                        text,
                        text.byteSize(),
                        MSG_DONTWAIT_NOSIGNAL,
                        to,
                        (int) to.byteSize());
            } finally {
                call(state, CLOSE, (int) socket);
            }
        }
    }

    /** The address in bytes: an abstract name begins with a zero byte, a path ends with one. */
    private byte[] path() throws IOException {
        var path = address.getBytes(UTF_8);
        if (path.length > LONGEST_PATH || !(address.startsWith("/") || address.startsWith("@"))) {
            throw new IOException("NOTIFY_SOCKET is '%s', which is no socket".formatted(address));
        }
        if (path[0] == '@') {
            path[0] = 0;
            return path;
        }
        return Arrays.copyOf(path, path.length + 1);
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), descriptor, KEEP_ERRNO);
    }

    private long call(MemorySegment state, MethodHandle function, Object... arguments)
            throws IOException {
        var result = ((Number) invoke(state, function, arguments)).longValue();
        if (result < 0) {
            var text = (MemorySegment) invoke(state, STRERROR, state.get(JAVA_INT, ERRNO));
            throw new IOException(address + ": " + text.reinterpret(LONGEST_TEXT).getString(0));
        }
        return result;
    }

    private static Object invoke(MemorySegment state, MethodHandle function, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(state));
        all.addAll(List.of(arguments));
        try {
            return function.invokeWithArguments(all);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
