package io.herd.json.wire;

import io.herd.model.Version;

/** A word that another version of herd must have: who does not know it, and the mend. */
final class Unknown {

    private Unknown() {}

    /** In what was asked. */
    static WireException asked(String kind, String word) {
        return new WireException(
                "its herd %s does not know the %s '%s': upgrade it to the version of who asks"
                        .formatted(Version.CURRENT, kind, word));
    }

    /** In what was answered. */
    static WireException answered(String kind, String word) {
        return new WireException(
                "herd %s, which asked, does not know the %s '%s' of its answer: upgrade where you ask"
                        .formatted(Version.CURRENT, kind, word));
    }
}
