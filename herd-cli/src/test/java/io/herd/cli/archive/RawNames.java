package io.herd.cli.archive;

import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import org.quicktheories.core.Gen;

/** Names that a file can have: any bytes but zero and the slash. */
final class RawNames {

    private static final int LONGEST = 255;

    private RawNames() {}

    static Gen<byte[]> all() {
        return lists().of(integers().between(1, 255).assuming(b -> b != '/'))
                .ofSizeBetween(1, LONGEST)
                .map(RawNames::bytes)
                .assuming(name -> !isDots(name));
    }

    private static byte[] bytes(List<Integer> of) {
        var bytes = new byte[of.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = of.get(i).byteValue();
        }
        return bytes;
    }

    private static boolean isDots(byte[] name) {
        return name[0] == '.' && (name.length == 1 || (name.length == 2 && name[1] == '.'));
    }
}
