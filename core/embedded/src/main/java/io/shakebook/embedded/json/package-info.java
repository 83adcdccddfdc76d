/**
 * Reading, writing and walking JSON trees. Knows nothing of Kubernetes.
 */
@NullMarked
package io.shakebook.embedded.json;

import org.jspecify.annotations.NullMarked;
