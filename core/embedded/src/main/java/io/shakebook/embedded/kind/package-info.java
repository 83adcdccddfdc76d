/**
 * The kinds that are served, as data (kinds.txt), and where their objects live. No behaviour of any kind is here.
 */
@NullMarked
package io.shakebook.embedded.kind;

import org.jspecify.annotations.NullMarked;
