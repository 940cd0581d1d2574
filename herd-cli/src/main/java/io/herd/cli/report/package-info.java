/** From answers to a report: what was done, what is missing, and with which status that ends. */
@NullMarked
package io.herd.cli.report;

import org.jspecify.annotations.NullMarked;
