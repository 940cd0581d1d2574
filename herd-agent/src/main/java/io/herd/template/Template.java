package io.herd.template;

import io.herd.model.RawJson;
import java.nio.file.Path;

/**
 * A container template: a create form with variables, read from a file.
 *
 * @param file file in which it was found
 * @param form the Docker API's create form
 */
public record Template(String name, Path file, RawJson form) {}
