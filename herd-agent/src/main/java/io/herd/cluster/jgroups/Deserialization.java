package io.herd.cluster.jgroups;

import java.io.ObjectInputFilter;

/**
 * Forbids Java deserialization. JGroups would deserialize an object message in its receiver thread,
 * whoever sent it; nothing here is ever sent that way.
 */
final class Deserialization {

    private static final String NOTHING = "!*";

    private Deserialization() {}

    /**
     * Sets the filters. To be called before any class of JGroups is initialised: it reads the
     * property just once.
     */
    static void forbid() {
        System.setProperty("jgroups.deserialization.filter", NOTHING);
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(
                    ObjectInputFilter.Config.createFilter(NOTHING));
        }
    }
}
