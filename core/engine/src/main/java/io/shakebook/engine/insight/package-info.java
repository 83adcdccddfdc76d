// SPDX-License-Identifier: Apache-2.0
/** What can be told of inventories without asking a cluster: a listing with origins, and what differs between two. */
@NullMarked
package io.shakebook.engine.insight;

import org.jspecify.annotations.NullMarked;
