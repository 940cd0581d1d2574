package io.herd.cli.command.option;

/**
 * Marks a command whose exit code is that of a command it runs: its own failures, wrong usage too,
 * end with docker's code for them, so that nobody takes them for the other's.
 */
public interface CommandRunner {}
