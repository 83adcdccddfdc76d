// SPDX-License-Identifier: Apache-2.0
/**
 * File formats: TOML, YAML, JSON and properties, read and set by key, with comments and layout kept. Pure text work: no
 * file is opened here, and nothing here knows a cluster, a plan or a secret.
 */
@NullMarked
package io.shakebook.formats;

import org.jspecify.annotations.NullMarked;
