package io.herd.model;

/** Whether a node takes new containers. */
public enum Pool {
    REGISTERED,
    UNREGISTERED
}
