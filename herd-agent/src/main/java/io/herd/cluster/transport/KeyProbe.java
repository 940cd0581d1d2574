package io.herd.cluster.transport;

import io.herd.cluster.Key;
import io.herd.model.HostPort;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Finds out whether anybody listens at an address, and whether they accept our key; used to explain
 * failed joins and by {@code herd doctor}.
 */
public final class KeyProbe {

    // Milliseconds, for connecting and for each read.
    private static final int PATIENCE = 400;
    private static final int ATTEMPTS = 3;
    // Milliseconds.
    private static final int PAUSE = 100;

    private KeyProbe() {}

    public enum Verdict {
        /** Nothing listens there. */
        NOBODY,
        /** Somebody listens, but more is not known: it may be slow, or a herd of another name. */
        UNCLEAR,
        /** Somebody listens who has another key, or only one side has a key. */
        STRANGER
    }

    public static Verdict ask(HostPort host, Optional<HerdTls> tls) {
        var to = new InetSocketAddress(host.host(), host.port());
        if (to.isUnresolved()) {
            return Verdict.NOBODY;
        }
        var verdict = once(to, tls);
        for (int i = 1; i < ATTEMPTS && verdict.isEmpty() && paused(); i++) {
            verdict = once(to, tls);
        }
        return verdict.orElse(Verdict.STRANGER);
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Empty if whoever listens hung up without a word: so does one that has no room just now. */
    private static Optional<Verdict> once(InetSocketAddress to, Optional<HerdTls> tls) {
        try (var socket = new Socket()) {
            socket.connect(to, PATIENCE);
            socket.setSoTimeout(PATIENCE);
            return tls.isPresent() ? showKey(socket, tls.get()) : Optional.of(seeKey(socket));
        } catch (IOException e) {
            return Optional.of(Verdict.NOBODY);
        }
    }

    private static Optional<Verdict> showKey(Socket socket, HerdTls tls) {
        try {
            var session = tls.over(socket, true);
            session.startHandshake();
            // With TLS 1.3 the other side checks our key only after our side is done: an agent that
            // accepts it now waits for us, one that does not hangs up.
            var end = session.getInputStream().read();
            return end < 0 ? Optional.empty() : Optional.of(Verdict.UNCLEAR);
        } catch (SocketTimeoutException e) {
            return Optional.of(Verdict.UNCLEAR);
        } catch (SSLException e) {
            // Its key, its alert or what is no TLS, unless it is the end of the connection.
            return e.getCause() instanceof EOFException || e.getCause() instanceof SocketException
                    ? Optional.empty()
                    : Optional.of(Verdict.STRANGER);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Without a key of our own, any key will do to see whether the other side has one. */
    private static Verdict seeKey(Socket socket) {
        var anyKey = new Key("just to see whether there is a key at all");
        try {
            HerdTls.of(anyKey, "").over(socket, true).startHandshake();
            return Verdict.UNCLEAR;
        } catch (SSLHandshakeException e) {
            return e.getCause() instanceof CertificateException
                    ? Verdict.STRANGER
                    : Verdict.UNCLEAR;
        } catch (IOException e) {
            return Verdict.UNCLEAR;
        }
    }
}
