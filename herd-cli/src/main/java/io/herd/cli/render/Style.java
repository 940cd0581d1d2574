package io.herd.cli.render;

/**
 * How a report is printed.
 *
 * @param quiet ids only
 * @param json one JSON object
 * @param colour whether stdout takes colour
 * @param width columns of the terminal, 0 if stdout is none
 */
public record Style(boolean quiet, boolean json, boolean colour, int width) {

    Style wide(int columns) {
        return new Style(quiet, json, colour, columns);
    }
}
