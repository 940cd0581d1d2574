package io.herd.json.wire;

import io.herd.model.Version;

/**
 * Makes errors for words that only another version of herd knows: who does not know it, and which
 * side to upgrade.
 */
final class Unknown {

    private Unknown() {}

    /** An unknown word in a request. */
    static WireException asked(String kind, String word) {
        return new WireException(
                "its herd %s does not know the %s '%s': upgrade it to the version of who asks"
                        .formatted(Version.CURRENT, kind, word));
    }

    /** An unknown word in an answer. */
    static WireException answered(String kind, String word) {
        return new WireException(
                "herd %s, which asked, does not know the %s '%s' of its answer: upgrade where you ask"
                        .formatted(Version.CURRENT, kind, word));
    }
}
