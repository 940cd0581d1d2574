package io.herd.cli.command.option;

/**
 * A command that runs a node: its {@code --name} is the node's, which the configuration may say.
 */
public interface NodeCommand {}
