package io.herd.cluster.transport;

import java.net.Socket;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trust manager that accepts exactly the herd's public keys, and ignores everything else in the
 * certificate.
 */
final class HerdTrustManager extends X509ExtendedTrustManager {

    private final List<byte[]> trusted;

    HerdTrustManager(List<PublicKey> trusted) {
        this.trusted = trusted.stream().map(PublicKey::getEncoded).toList();
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0 || !isTrusted(chain[0].getPublicKey().getEncoded())) {
            throw new CertificateException("another key than the herd's");
        }
    }

    private boolean isTrusted(byte[] key) {
        return trusted.stream().anyMatch(it -> MessageDigest.isEqual(it, key));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
