/**
 * The declared fields of the kinds, as data (schema.txt): what is atomic, what is a map or a list with keys.
 * Knows no object and no owner.
 */
@NullMarked
package io.shakebook.embedded.schema;

import org.jspecify.annotations.NullMarked;
