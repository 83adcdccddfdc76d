/**
 * Defaults, validation and allocation per kind: what the real API server fills in, refuses and hands out.
 */
@NullMarked
package io.shakebook.embedded.rules;

import org.jspecify.annotations.NullMarked;
