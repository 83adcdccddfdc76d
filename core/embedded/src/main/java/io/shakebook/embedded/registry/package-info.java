/**
 * The verbs: what happens between a decoded request and the store, and the failures as metav1.Status. No HTTP here.
 */
@NullMarked
package io.shakebook.embedded.registry;

import org.jspecify.annotations.NullMarked;
