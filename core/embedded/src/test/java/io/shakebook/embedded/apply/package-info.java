/** Tests of ownership and patches as pure functions; the contract tests them over HTTP as well. */
@NullMarked
package io.shakebook.embedded.apply;

import org.jspecify.annotations.NullMarked;
