package io.herd.cli.command.option;

/**
 * Marks a command that runs a node: its {@code --name} is the node's name, which the configuration
 * may set.
 */
public interface NodeCommand {}
