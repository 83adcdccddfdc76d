/** Tests of the embedded cluster: the contract that a real API server keeps as well, kubectl, and what it does alone. */
@NullMarked
package io.shakebook.embedded;

import org.jspecify.annotations.NullMarked;
