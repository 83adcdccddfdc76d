/** Tests of reading what clients send. */
@NullMarked
package io.shakebook.embedded.json;

import org.jspecify.annotations.NullMarked;
