/**
 * Field ownership and the four ways to patch: pure functions from trees to trees. Nothing is stored here.
 */
@NullMarked
package io.shakebook.embedded.apply;

import org.jspecify.annotations.NullMarked;
