package io.herd.stream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Both ends of a stream over a real connection. */
public record SessionPair(Session here, Session there) implements AutoCloseable {

    public static SessionPair connect() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var here = session(new Socket(server.getInetAddress(), server.getLocalPort()));
            return new SessionPair(here, session(server.accept()));
        }
    }

    private static Session session(Socket socket) throws IOException {
        return new Session(socket.getInputStream(), socket.getOutputStream(), socket);
    }

    @Override
    public void close() {
        here.close();
        there.close();
    }
}
