// SPDX-License-Identifier: Apache-2.0
/**
 * A world that a test makes up: clusters as maps of objects, and sample objects to put there. For the tests of a single
 * module; it knows no API server and no engine.
 */
@NullMarked
package io.shakebook.testkit.world;

import org.jspecify.annotations.NullMarked;
