package io.herd.cluster.transport;

import java.io.ByteArrayOutputStream;

/** Writes DER: a tag, a length, the content (X.690). */
final class Der {

    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OID = 0x06;
    static final int UTF8_STRING = 0x0c;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private Der() {}

    static byte[] of(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var out = new ByteArrayOutputStream();
        out.write(tag);
        writeLength(out, content.size());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    /** Bits that fill whole bytes. */
    static byte[] bits(byte[] content) {
        // The first byte is the number of unused bits in the last one.
        return of(BIT_STRING, new byte[] {0}, content);
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        // Below 128 the byte itself; else 0x80 plus the number of bytes that follow.
        if (length >= 0x100) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length >= 0x80) {
            out.write(0x81);
        }
        out.write(length);
    }
}
