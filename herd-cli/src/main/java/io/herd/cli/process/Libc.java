package io.herd.cli.process;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Functions of the C library. */
public final class Libc {

    private Libc() {}

    /**
     * A function that returns an int. Wrong arguments crash the JVM.
     *
     * @param arguments the types that its declaration has
     */
    // The launcher allows native access.
    @SuppressWarnings("restricted")
    public static MethodHandle function(String name, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(address(name), FunctionDescriptor.of(JAVA_INT, arguments));
    }

    static MemorySegment address(String name) {
        return Linker.nativeLinker().defaultLookup().findOrThrow(name);
    }
}
