package io.herd.gateway;

import io.herd.json.BadRequestException;
import io.herd.json.MalformedJsonException;
import io.herd.json.SeedJson;
import io.herd.json.SeedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads what clients send, whatever they call its type: curl calls JSON a form. */
final class Requests {

    // A client that is still sending does not hear why it is refused; past this it is cut off.
    private static final int MOST_DISCARDED = 16 << 20;

    private final int largest;

    /**
     * @param largest bytes
     */
    Requests(int largest) {
        this.largest = largest;
    }

    SeedRequest read(InputStream body) throws IOException, ProblemException {
        var bytes = body.readNBytes(largest + 1);
        if (bytes.length > largest) {
            discard(body);
            throw new ProblemException(
                    Statuses.TOO_LARGE,
                    "the request is larger than %d KiB".formatted(largest >> 10));
        }
        return parse(bytes);
    }

    private static SeedRequest parse(byte[] bytes) throws ProblemException {
        try {
            // Strict, where a String would put question marks in.
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return SeedJson.read(text.toString());
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
