package io.herd.cli.config;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.herd.cluster.transport.DockerAuthority;
import io.herd.model.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;

/** Writes the files that clients of Docker look for in {@code DOCKER_CERT_PATH}. */
public final class DockerCertificates {

    private static final int LINE = 64;

    private DockerCertificates() {}

    /**
     * Writes them; what is there is kept.
     *
     * @throws KeyFileException naming the file that is there, or cannot be written
     */
    public static void write(
            Path directory, X509Certificate authority, DockerAuthority.Issued client)
            throws KeyFileException {
        var files = new LinkedHashMap<String, String>();
        try {
            files.put("ca.pem", pem("CERTIFICATE", authority.getEncoded()));
            files.put("cert.pem", pem("CERTIFICATE", client.certificate().getEncoded()));
            files.put("key.pem", pem("PRIVATE KEY", client.key().getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it was made here", e);
        }
        for (var name : List.copyOf(files.keySet())) {
            if (Files.exists(directory.resolve(name))) {
                throw new KeyFileException(
                        "%s is there already and is not overwritten: give another directory, or remove it"
                                .formatted(directory.resolve(name)));
            }
        }
        try {
            if (!Files.exists(directory)) {
                Files.createDirectories(directory, owners("rwx------"));
            }
            for (var file : files.entrySet()) {
                var made = Files.createFile(directory.resolve(file.getKey()), owners("rw-------"));
                Files.writeString(made, file.getValue(), US_ASCII);
            }
        } catch (IOException e) {
            throw new KeyFileException(
                    "cannot write the certificate to %s: %s".formatted(directory, IoReason.of(e)));
        }
    }

    private static FileAttribute<?> owners(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }

    private static String pem(String what, byte[] content) {
        var text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %1$s-----\n".formatted(what, text);
    }
}
