package io.herd.agent;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/** A real Unix datagram socket, as systemd listens on one. */
@SuppressWarnings("restricted")
final class DatagramInbox implements AutoCloseable {

    private static final short AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int MSG_DONTWAIT = 0x40;

    private final Arena arena = Arena.ofShared();
    private final int socket;

    /**
     * @param path where it is; a zero byte first means a name in the abstract namespace
     */
    DatagramInbox(String path) throws Throwable {
        var name = path.getBytes(UTF_8);
        var address = arena.allocate(Short.BYTES + name.length + (name[0] == 0 ? 0 : 1));
        address.set(JAVA_SHORT, 0, AF_UNIX);
        MemorySegment.copy(name, 0, address, JAVA_BYTE, Short.BYTES, name.length);
        socket =
                (int)
                        function("socket", JAVA_INT, JAVA_INT, JAVA_INT)
                                .invoke(AF_UNIX, SOCK_DGRAM, 0);
        var bound =
                (int)
                        function("bind", JAVA_INT, ADDRESS, JAVA_INT)
                                .invoke(socket, address, (int) address.byteSize());
        if (bound != 0) {
            throw new IllegalStateException("cannot bind " + path);
        }
    }

    /** What has come since it was last asked. */
    List<String> received() {
        try {
            var texts = new ArrayList<String>();
            var buffer = arena.allocate(200);
            var recv = function("recv", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
            int length;
            while ((length = (int) recv.invoke(socket, buffer, buffer.byteSize(), MSG_DONTWAIT))
                    >= 0) {
                texts.add(new String(buffer.asSlice(0, length).toArray(JAVA_BYTE), UTF_8));
            }
            return texts;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            var _ = (int) function("close", JAVA_INT).invoke(socket);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        } finally {
            arena.close();
        }
    }

    // recv(2) returns a long, of which these messages need but the lower half.
    private static MethodHandle function(String name, MemoryLayout... arguments) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(JAVA_INT, arguments));
    }
}
