/**
 * An in-process Kubernetes API server with persistent state: open a folder, get a URL. This package is the whole public
 * surface; the sub-packages are its parts. Nothing here knows what is done with the cluster.
 */
@NullMarked
package io.shakebook.embedded;

import org.jspecify.annotations.NullMarked;
