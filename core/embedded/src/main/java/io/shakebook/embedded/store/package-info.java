/**
 * Objects, one increasing version, the history for watches, and the state file. Knows no kind's meaning and no HTTP.
 */
@NullMarked
package io.shakebook.embedded.store;

import org.jspecify.annotations.NullMarked;
