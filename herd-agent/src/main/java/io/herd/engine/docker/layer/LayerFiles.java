package io.herd.engine.docker.layer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names of the files that hold layers in a daemon's archive of an image. */
public final class LayerFiles {

    private static final String SHA256 = "sha256:";
    private static final String BLOBS = "blobs/sha256/";

    private LayerFiles() {}

    /**
     * Both of the old layout and of the OCI one, in which a file is called by its layer's digest.
     * The old one's highest layer of an image is called otherwise, and is not among them.
     *
     * @param digests an image's lowest layers, the lowest first; as they are compressed, where
     *     containerd keeps images
     */
    public static Set<String> of(List<String> digests) {
        var files = new HashSet<String>();
        var chain = "";
        var below = Optional.<String>empty();
        for (var digest : digests) {
            chain = chain.isEmpty() ? digest : sha256(chain + " " + digest);
            var id = sha256(emptyImage(chain, below));
            files.add(hex(id) + "/layer.tar");
            files.add(BLOBS + hex(digest));
            below = Optional.of(id);
        }
        return files;
    }

    /** The digest that a file is called by; empty if it is called otherwise. */
    public static Optional<String> digest(String file) {
        return file.startsWith(BLOBS)
                ? Optional.of(SHA256 + file.substring(BLOBS.length()))
                : Optional.empty();
    }

    // What a daemon before 25 puts into the directory of a layer, as if it were an image of its
    // own: all but the layer and the one below it is empty (moby, image/v1: CreateID).
    private static String emptyImage(String chain, Optional<String> below) {
        return """
        {"container_config":{"Hostname":"","Domainname":"","User":"","AttachStdin":false,\
        "AttachStdout":false,"AttachStderr":false,"Tty":false,"OpenStdin":false,\
        "StdinOnce":false,"Env":null,"Cmd":null,"Image":"","Volumes":null,\
        "WorkingDir":"","Entrypoint":null,"OnBuild":null,"Labels":null},\
        "created":"1970-01-01T00:00:00Z","layer_id":"%s"%s}\
        """
                .formatted(chain, below.map(id -> ",\"parent\":\"" + id + '"').orElse(""));
    }

    private static String hex(String digest) {
        return digest.substring(digest.indexOf(':') + 1);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return SHA256 + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
