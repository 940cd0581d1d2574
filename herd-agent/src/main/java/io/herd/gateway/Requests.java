package io.herd.gateway;

import io.herd.json.dockermod.BadRequestException;
import io.herd.json.dockermod.DockerModJson;
import io.herd.json.dockermod.DockerModRequest;
import io.herd.json.text.MalformedJsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Reads and parses request bodies within a size limit, whatever their Content-Type: curl sends JSON
 * as a form.
 */
final class Requests {

    // A client that is still sending does not read why it is refused, so discard up to this many
    // bytes; then cut it off.
    private static final int MOST_DISCARDED = 16 << 20;
    private static final int PIECE = 1 << 14;

    private final int largest;

    /**
     * @param largest maximum size in bytes
     */
    Requests(int largest) {
        this.largest = largest;
    }

    /**
     * Reads a body.
     *
     * @param share holds the memory of the bytes from here on
     */
    byte[] read(Arriving request, Budget.Share share)
            throws IOException, ProblemException, InterruptedException {
        var body = request.body();
        try {
            var bytes = bytes(body, share);
            if (bytes.length > largest) {
                discard(body);
                throw new ProblemException(
                        Statuses.TOO_LARGE,
                        "the request is larger than %d KiB".formatted(largest >> 10));
            }
            request.settle();
            return bytes;
        } catch (IOException _) {
            throw request.unusable(
                    Statuses.BAD_REQUEST,
                    "the end of the request's body cannot be told: send it with its Content-Length, or in chunks");
        }
    }

    // Memory is reserved as bytes come: a client that announces much and sends nothing takes
    // nothing from others.
    private byte[] bytes(InputStream body, Budget.Share share)
            throws IOException, ProblemException, InterruptedException {
        var bytes = new ByteArrayOutputStream();
        while (bytes.size() <= largest) {
            var piece = body.readNBytes(Math.min(PIECE, largest + 1 - bytes.size()));
            if (piece.length == 0) {
                break;
            }
            if (!share.holds(bytes.size() + piece.length, Duration.ZERO)) {
                discard(body);
                throw new ProblemException(RequestLimiter.NO_ROOM);
            }
            bytes.writeBytes(piece);
        }
        return bytes.toByteArray();
    }

    static DockerModRequest parse(byte[] bytes) throws ProblemException {
        try {
            // Strict, where a String would replace invalid bytes.
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return DockerModJson.read(text.toString());
        } catch (CharacterCodingException _) {
            throw new ProblemException(Statuses.BAD_REQUEST, "the request is not UTF-8");
        } catch (MalformedJsonException | BadRequestException e) {
            throw new ProblemException(Statuses.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static void discard(InputStream body) throws IOException {
        var sink = new byte[1 << 14];
        long left = MOST_DISCARDED;
        for (int n = 0; n >= 0 && left > 0; left -= n) {
            n = body.read(sink);
        }
    }
}
