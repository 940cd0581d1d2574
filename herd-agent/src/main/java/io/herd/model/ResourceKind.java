package io.herd.model;

import java.util.Locale;

/** What a daemon keeps for containers beside images: docker's volumes and networks. */
public enum ResourceKind {
    VOLUME,
    NETWORK;

    /** Its name in commands and on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
