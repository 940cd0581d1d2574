package io.herd.cli.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.util.HashMap;

/** Shows the JVM once what a front does, with somebody who plays the agent; see lib/train. */
final class FrontTraining {

    private FrontTraining() {}

    public static void main(String... none) throws IOException {
        var directory = Files.createTempDirectory("herd-training");
        var socket = directory.resolve("herd.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofPlatform().daemon().start(() -> play(server));
            var environment = new HashMap<>(System.getenv());
            environment.put("HERD_SOCKET", socket.toString());
            environment.put("HOME", directory.toString());
            var user = new UsersSide(environment, System.getProperties());
            int code = Front.run(user, "ps", "-a");
            if (code != 0) {
                throw new IllegalStateException("the training ended with " + code);
            }
        } finally {
            Files.deleteIfExists(socket);
            Files.delete(directory);
        }
        // Ends at once, whatever still runs.
        System.exit(0);
    }

    private static void play(ServerSocketChannel server) {
        try (var channel = server.accept()) {
            var in = new DataInputStream(Channels.newInputStream(channel));
            var out = new DataOutputStream(Channels.newOutputStream(channel));
            skip(in);
            frame('b', new byte[0], out);
            frame('o', "out\n".getBytes(UTF_8), out);
            skip(in);
            frame('e', "err\n".getBytes(UTF_8), out);
            skip(in);
            frame('x', new byte[4], out);
            skip(in);
        } catch (IOException e) {
            // The front has closed the connection.
        }
    }

    private static void skip(DataInputStream in) throws IOException {
        in.readByte();
        in.readNBytes(in.readInt());
    }

    private static void frame(char kind, byte[] content, DataOutputStream out) throws IOException {
        out.writeByte(kind);
        out.writeInt(content.length);
        out.write(content);
        out.flush();
    }
}
