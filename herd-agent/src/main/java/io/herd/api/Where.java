package io.herd.api;

/** Whose daemon answers a request. */
public enum Where {
    /** That of the agent that is asked. */
    OWN,
    /** The one that has the container in the path. */
    CONTAINER,
    /** The one that has the container in the parameter {@code container}. */
    CONTAINER_PARAMETER,
    /** The one that has the container in the form. */
    CONTAINER_FORM,
    /** The one that has the container in the path, which gets a name that nobody else has. */
    RENAME,
    /** The one that has started the command in the path. */
    EXEC,
    NETWORK,
    VOLUME,
    /** One that has the image in the path, that of the asked agent first. */
    IMAGE,
    /** One that has all images in the parameters {@code names}, likewise. */
    IMAGES,
    /** All that have the image in the path. */
    IMAGE_OWNERS,
    /** The one where the container is to be. */
    NEW_CONTAINER,
    NEW_NETWORK,
    NEW_VOLUME,
    /** All, and their answers are merged. */
    LIST_CONTAINERS,
    LIST_IMAGES,
    LIST_NETWORKS,
    LIST_VOLUMES,
    PRUNE,
    DISK,
    INFO,
    EVENTS,
    /** None: it is known. */
    PING,
    VERSION,
    /** None: it is for a daemon in a swarm. */
    SWARM,
    /** None: there is nothing there. */
    NOWHERE
}
